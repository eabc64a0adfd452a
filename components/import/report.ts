import type { Profile } from '@/lib/formats/session-toml/shape';

/** What to do where a file disagrees with a subject that is in the portal already. */
export type Choice = 'keep' | 'overwrite';

export type Conflict = {
  readonly field: string;
  readonly portal: string;
  readonly file: string;
  readonly choice: Choice | null;
};

export type FileProblem = {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly path: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
  readonly requirement: string | null;
  readonly hint: string | null;
};

export type FieldChange = { readonly field: string; readonly before: unknown; readonly after: unknown };

/** What an import does, or would do, with one file. */
export type FileReport = {
  readonly file: string;
  readonly status: 'create' | 'update' | 'unchanged' | 'invalid';
  readonly session: { readonly id: string | null; readonly name: string } | null;
  readonly subject: { readonly name: string; readonly status: 'create' | 'existing' } | null;
  readonly fields: readonly FieldChange[];
  readonly conflicts: readonly Conflict[];
  readonly problems: readonly FileProblem[];
  readonly alternative?: 'pipeline';
};

export type Report = {
  readonly dry_run: boolean;
  readonly profile: Profile;
  readonly project: { readonly id: string; readonly name: string };
  readonly counts: Readonly<Record<FileReport['status'] | 'conflicts', number>>;
  readonly files: readonly FileReport[];
};

/** The key under which a choice is sent: the file and the field. */
export const choiceKey = (file: string, field: string): string => `${file}#${field}`;

/** New subjects need a strain that no file tells. */
export const needsStrain = (report: Report): boolean =>
  report.files.some(
    ({ subject, problems }) => subject?.status === 'create' || problems.some(({ code }) => code === 'strain-needed'),
  );
