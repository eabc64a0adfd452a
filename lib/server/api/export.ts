import 'server-only';
import { AppError } from '@/lib/errors';
import { requestOrigin } from '../auth/request-origin';
import { exportList as exportRows } from '../operations/export-list';
import { refuseUnlessAsked } from '../operations/list';
import { withOrigin } from './absolute';
import type { Call } from './handler';
import { parseListQuery } from './list-query';
import { streamTexts } from './stream-texts';

/** What an export does not take: it has one page. */
const pageOnly = ['limit', 'offset', 'cursor'];

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
  const origin = requestOrigin(request.headers);
  const lines = (records: readonly string[]) => withOrigin(origin, records.map((record) => `${record}\n`).join(''));
  return new Response(await streamTexts(batches, lines), { headers });
}
