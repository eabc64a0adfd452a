import type { Profile } from '@/lib/formats/session-toml/shape';
import { broken, failureOf, linesOf, offline, type ImportFailure } from './lines';
import type { Choice, FileReport, Report } from './report';

export type ImportRequest = {
  readonly files: readonly File[];
  readonly project: string;
  readonly profile: Profile;
  readonly strain: string | null;
  readonly choices: Readonly<Record<string, Choice>>;
  readonly isDryRun: boolean;
};
export type Progress = { readonly done: number; readonly total: number };
export type ImportAnswer =
  { readonly report: Report; readonly failure: null } | { readonly report: null; readonly failure: ImportFailure };

type Line = Partial<Progress> & {
  readonly file?: string;
  readonly status?: FileReport['status'];
  readonly report?: Report;
  readonly error?: ImportFailure;
};

/** Sends files to be checked or imported and hears how far it is. Rejects only when `signal` ends it. */
export async function sendImport(
  address: string,
  request: ImportRequest,
  onProgress: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<ImportAnswer> {
  const form = new FormData();
  const fields = {
    project: request.project,
    profile: request.profile,
    strain: request.strain ?? '',
    choices: JSON.stringify(request.choices),
    dry_run: String(request.isDryRun),
  };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const file of request.files) form.append('files', file, file.name);
  let isAnswered = false;
  try {
    const response = await fetch(address, { method: 'POST', body: form, ...(signal ? { signal } : {}) });
    isAnswered = true;
    if (!response.ok || !response.body) return { report: null, failure: failureOf(await response.json()) };
    for await (const line of linesOf<Line>(response.body)) {
      if (line.report) return { report: line.report, failure: null };
      if (line.error) return { report: null, failure: line.error };
      if (line.done !== undefined && line.total !== undefined) onProgress({ done: line.done, total: line.total });
    }
  } catch (error) {
    if (signal?.aborted) throw error;
  }
  return { report: null, failure: isAnswered ? broken : offline };
}
