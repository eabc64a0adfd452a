import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import next from 'next';
import type { NextConfig } from 'next';
import { bundles } from '../build.ts';
import { root } from '../paths.ts';
import { Stop } from '../progress.mjs';

/** The addresses that HOST stands for. `localhost` is this machine only, by either protocol. */
const addressesOf = (host: string) => (host === 'localhost' ? ['127.0.0.1', '::1'] : [host]);

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen({ port, host, exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);

async function listenOnAll(make: () => Server, port: number, host: string): Promise<Server[]> {
  const servers: Server[] = [];
  for (const address of addressesOf(host)) {
    const server = make();
    try {
      await listen(server, port, address);
      servers.push(server);
    } catch (error) {
      // A machine without IPv6 has no ::1.
      if (address === '::1' && codeOf(error) !== 'EADDRINUSE') continue;
      for (const opened of servers) opened.close();
      if (codeOf(error) === 'EADDRINUSE')
        throw new Stop(`Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm start`);
      throw new Stop(`Cannot listen on ${address}, port ${port}: ${String(codeOf(error) ?? error)}.`);
    }
  }
  return servers;
}

/** Fails early, before the long steps. @throws Stop when the port is taken. */
export async function checkPort(port: number, host: string): Promise<void> {
  for (const server of await listenOnAll(() => createServer(), port, host))
    await new Promise((resolve) => server.close(resolve));
}

/** Finishes the requests under way, at most 10 s long. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), 10_000);
  await closed;
  clearTimeout(timer);
}

type Front = (request: IncomingMessage, response: ServerResponse) => boolean;
/** What the build left of the product for this server. */
type Bundle = {
  readonly frontOf: (headers: Readonly<Record<string, string>>) => Front;
  /** Tells Next from where a request comes, which it does not see. */
  readonly markPeer: (request: IncomingMessage) => void;
};

/** The REST API as the build left it, with the headers that Next sends with its answers there. */
async function loadApi(): Promise<{ answerApi: Front; markPeer: Bundle['markPeer'] }> {
  const { default: config }: { default: NextConfig } = await import(
    pathToFileURL(path.join(root, 'next.config.js')).href
  );
  const rules = await config.headers?.();
  const headers = (rules ?? []).flatMap((rule) => rule.headers.map(({ key, value }) => [key, value] as const));
  const bundle: Bundle = await import(pathToFileURL(bundles.api).href);
  return { answerApi: bundle.frontOf(Object.fromEntries(headers)), markPeer: bundle.markPeer };
}

type Webhooks = { readonly startWebhooks: () => () => Promise<void> };

/** Serves the built product; answers how to stop it. */
export async function serve(port: number, host: string): Promise<() => Promise<void>> {
  const app = next({ dev: false, dir: root, hostname: host, port });
  // Next reports on its own configuration in the middle of our line.
  const { log } = console;
  console.log = () => undefined;
  await app.prepare().finally(() => (console.log = log));
  const handle = app.getRequestHandler();
  const { answerApi, markPeer } = await loadApi();
  const servers = await listenOnAll(
    () =>
      createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
        if (answerApi(request, response)) return;
        markPeer(request);
        void handle(request, response);
      }),
    port,
    host,
  );
  const { startWebhooks }: Webhooks = await import(pathToFileURL(bundles.webhooks).href);
  const stopWebhooks = startWebhooks();
  return async () => {
    await Promise.all([...servers.map(closeServer), stopWebhooks()]);
    await app.close();
  };
}
