import 'server-only';
import type { Profile, SessionToml } from '@/lib/formats/session-toml/shape';
import { asStored } from '@/lib/formats/session-toml/stored';
import { validateSessionToml } from '@/lib/formats/session-toml/validate';
import { portalProblem, type ImportedFile, type ImportProblem } from './import-report';
import type { SessionFile } from './session-files';

/** A file that the format accepts. */
export type ReadFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly document: SessionToml;
  readonly refused: null;
};
/** A file that is left out, with its line of the report. */
export type RefusedFile = { readonly name: string; readonly refused: ImportedFile };

/** Reads and checks files. Of two that describe the same session only the first is taken. */
export function readSessionFiles(files: readonly SessionFile[], profile: Profile): (ReadFile | RefusedFile)[] {
  const firstOf = new Map<string, string>();
  return files.map(({ name, bytes, fault }) => {
    if (fault) return { name, refused: refusal(name, null, [portalProblem('unreadable', '', fault)]) };
    const { value, problems, alternative } = validateSessionToml(bytes, profile);
    if (!value) return { name, refused: { ...refusal(name, null, problems), ...(alternative ? { alternative } : {}) } };
    const id = asStored(value.session.id);
    const first = firstOf.get(id);
    firstOf.set(id, first ?? name);
    if (first === undefined) return { name, bytes, document: value, refused: null };
    const message = `“${first}” describes the session “${id}” too: import one of the two.`;
    return { name, refused: refusal(name, id, [portalProblem('same-session', 'session.id', message, bytes)]) };
  });
}

/** The line of the report of a file that is left out. */
export const refusal = (file: string, session: string | null, problems: readonly ImportProblem[]): ImportedFile => ({
  file,
  status: 'invalid',
  session: session === null ? null : { id: null, name: session },
  subject: null,
  fields: [],
  conflicts: [],
  problems,
});
