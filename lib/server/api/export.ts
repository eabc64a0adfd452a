import 'server-only';
import { AppError } from '@/lib/errors';
import { exportList as exportRows } from '../operations/export-list';
import { refuseUnlessAsked } from '../operations/list';
import type { Call } from './handler';
import { parseListQuery } from './list-query';

/** What an export does not take: it has one page. */
const pageOnly = ['limit', 'offset', 'cursor'];

/** How long a batch waits for its reader, in ms: until then an export holds a connection and one of few places. */
export const patienceMs = 120_000;

/**
 * `GET …/export/`: all records of a list, filtered, sorted and shaped like the list itself, as one JSON object a line
 * (NDJSON). Streamed: neither side needs memory for all. A failure in the middle, or a reader who stops
 * reading, ends the answer without its last line end.
 */
export async function exportList({ request, parameters, viewer, model }: Call): Promise<Response> {
  const problems = pageOnly
    .filter((name) => parameters.has(name))
    .map((path) => ({ path, code: 'query', message: 'An export has no pages: leave it out.' }));
  if (problems.length > 0) throw new AppError('invalid', { problems });
  refuseUnlessAsked(viewer, model);
  const list = parseListQuery(model, parameters);
  const headers = {
    'Content-Type': 'application/x-ndjson',
    'Content-Disposition': `attachment; filename="${model.path}.ndjson"`,
    'X-Accel-Buffering': 'no',
  };
  if (request.method === 'HEAD') return new Response(null, { headers });
  const batches = exportRows(viewer, model, list);
  // The first batch shows whether the list can be read at all, while there is still a status to say so.
  const first = await batches.next();
  const encoder = new TextEncoder();
  const lines = (records: readonly string[]) => encoder.encode(records.map((record) => `${record}\n`).join(''));
  let next: IteratorResult<string[]> | null = first;
  let timer: NodeJS.Timeout | undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => wait(controller),
      async pull(controller) {
        clearTimeout(timer);
        const part = next ?? (await batches.next());
        next = null;
        if (part.done) return controller.close();
        controller.enqueue(lines(part.value));
        wait(controller);
      },
      async cancel() {
        clearTimeout(timer);
        await batches.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
  function wait(controller: ReadableStreamDefaultController<Uint8Array>): void {
    timer = setTimeout(() => {
      controller.error(new Error('Nobody has read on.'));
      void batches.return(undefined);
    }, patienceMs).unref();
  }
  return new Response(body, { headers });
}
