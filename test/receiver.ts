import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a receiver of webhooks was sent. */
export type Received = { readonly headers: IncomingHttpHeaders; readonly body: string };

/** Listens on this machine and keeps what it is sent. `answers` are the statuses of the next answers; then 200. */
export async function openReceiver() {
  const received: Received[] = [];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    void request.toArray().then((chunks) => {
      received.push({ headers: request.headers, body: chunks.join('') });
      response.writeHead(answers.shift() ?? 200, { 'content-type': 'text/plain' }).end('seen');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    answers,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
