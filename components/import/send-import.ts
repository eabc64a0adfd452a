import type { Profile } from '@/lib/formats/session-toml/shape';
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
/** `code` is one of the API's, or `offline` where no answer came. */
export type ImportFailure = { readonly code: string; readonly message: string };
export type ImportAnswer =
  { readonly report: Report; readonly failure: null } | { readonly report: null; readonly failure: ImportFailure };

type Line = Partial<Progress> & {
  readonly file?: string;
  readonly status?: FileReport['status'];
  readonly report?: Report;
  readonly error?: ImportFailure;
};

const offline: ImportFailure = {
  code: 'offline',
  message: 'The server did not answer. Your files are still here; try again in a moment.',
};
const broken: ImportFailure = {
  code: 'offline',
  message: 'The connection broke before the end. Check again: an import is written whole or not at all.',
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
    for await (const line of linesOf(response.body)) {
      if (line.report) return { report: line.report, failure: null };
      if (line.error) return { report: null, failure: line.error };
      if (line.done !== undefined && line.total !== undefined) onProgress({ done: line.done, total: line.total });
    }
  } catch (error) {
    if (signal?.aborted) throw error;
  }
  return { report: null, failure: isAnswered ? broken : offline };
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Line> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + decoder.decode(part.value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line) yield JSON.parse(line) as Line; // written by the route of this page
  }
}

/** The body of a failed request: `{detail, code}`, or messages by field. */
function failureOf(body: unknown): ImportFailure {
  if (typeof body !== 'object' || body === null) return offline;
  if ('detail' in body && typeof body.detail === 'string')
    return { code: 'code' in body ? String(body.code) : 'invalid', message: body.detail };
  return { code: 'invalid', message: Object.values(body).flat().map(String).join(' ') };
}
