/** `code` is one of the API's, or `offline` where no answer came. */
export type ImportFailure = { readonly code: string; readonly message: string };

export const offline: ImportFailure = {
  code: 'offline',
  message: 'The server did not answer. Your files are still here; try again in a moment.',
};
export const broken: ImportFailure = {
  code: 'offline',
  message: 'The connection broke before the end. Check again: an import is written whole or not at all.',
};

/** The lines of an answer of JSON lines, as they come. */
export async function* linesOf<Line>(body: ReadableStream<Uint8Array>): AsyncGenerator<Line> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + decoder.decode(part.value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line) yield JSON.parse(line) as Line; // written by the route that was asked
  }
}

/** The body of a failed request: `{detail, code}`, or messages by field. */
export function failureOf(body: unknown): ImportFailure {
  if (typeof body !== 'object' || body === null) return offline;
  if ('detail' in body && typeof body.detail === 'string')
    return { code: 'code' in body ? String(body.code) : 'invalid', message: body.detail };
  return { code: 'invalid', message: Object.values(body).flat().map(String).join(' ') };
}
