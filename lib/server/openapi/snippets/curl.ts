import 'server-only';
import type { Task } from './task';

/** A word of a shell command, whatever it holds. */
const quote = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** A request as a curl command. The query goes as data of a GET, which curl encodes and the shell leaves alone. */
export function writeCurl({ method, address, query, body }: Task): string {
  return [
    `curl -fsS ${quote(address)}`,
    `-H "Authorization: Bearer $SULCUS_TOKEN"`,
    ...(method === 'GET' || method === 'POST' ? [] : [`-X ${method}`]),
    ...(query.length > 0 ? ['-G'] : []),
    ...query.map(([name, value]) => `--data-urlencode ${quote(`${name}=${value}`)}`),
    ...(body ? [`-H 'Content-Type: application/json'`, `-d ${quote(JSON.stringify(body, null, 2))}`] : []),
  ].join(' \\\n  ');
}
