import 'server-only';
import { placeOf } from '@/lib/formats/session-toml/place';
import type { Problem as FileProblem } from '@/lib/formats/session-toml/problems';
import type { Profile } from '@/lib/formats/session-toml/shape';

/** What to do where a file disagrees with a subject that is in the portal already. */
export type Choice = 'keep' | 'overwrite';

/** A difference that a person has to decide about; `choice` is null until somebody has. */
export type Conflict = {
  readonly field: 'sex' | 'genotype';
  readonly portal: string;
  readonly file: string;
  readonly choice: Choice | null;
};

/** Something wrong with a file: of the format, with its place, or of the portal, without one. */
export type ImportProblem = Omit<FileProblem, 'code' | 'line' | 'column'> & {
  readonly code: string;
  readonly line: number | null;
  readonly column: number | null;
};

/** One value that the import sets; `before` is null where there was none. Fields of the subject are `subject.sex` … */
export type FieldChange = { readonly field: string; readonly before: unknown; readonly after: unknown };

/** What an import does, or would do, with one file. */
export type ImportedFile = {
  readonly file: string;
  readonly status: 'create' | 'update' | 'unchanged' | 'invalid';
  /** The id is null where the session does not exist (yet). */
  readonly session: { readonly id: string | null; readonly name: string } | null;
  readonly subject: { readonly name: string; readonly status: 'create' | 'existing' } | null;
  readonly fields: readonly FieldChange[];
  readonly conflicts: readonly Conflict[];
  readonly problems: readonly ImportProblem[];
  /** Strict 1.0 refuses the file, the profile `pipeline` would take it. */
  readonly alternative?: 'pipeline';
};

export type ImportReport = {
  readonly dry_run: boolean;
  readonly profile: Profile;
  readonly project: { readonly id: string; readonly name: string };
  readonly counts: Readonly<Record<ImportedFile['status'], number>> & { readonly conflicts: number };
  readonly files: readonly ImportedFile[];
};

/** The key of a choice: the file and the field it is about. */
export const choiceKey = (file: string, field: Conflict['field']): string => `${file}#${field}`;

/** A problem that the portal has with a value of a file; without `bytes` it has no place. */
export function portalProblem(code: string, path: string, message: string, bytes?: Uint8Array): ImportProblem {
  const { line, column } = (bytes && placeOf(bytes, path)) ?? { line: null, column: null };
  return { code, severity: 'error', path, line, column, message, requirement: null, hint: null };
}

/** How many files came to what, and how many conflicts wait for a choice. */
export function countsOf(files: readonly ImportedFile[]): ImportReport['counts'] {
  const count = (status: ImportedFile['status']) => files.filter((file) => file.status === status).length;
  const conflicts = files.flatMap((file) => file.conflicts).filter(({ choice }) => choice === null).length;
  return {
    create: count('create'),
    update: count('update'),
    unchanged: count('unchanged'),
    invalid: count('invalid'),
    conflicts,
  };
}
