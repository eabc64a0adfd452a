import { connect, type Socket } from 'node:net';

/** What one client asks. In `body`, `{n}` becomes a number that no other request has. */
export type Asked = { readonly method: string; readonly path: string; readonly token?: string; readonly body?: string };
export type Load = {
  readonly port: number;
  readonly requests: readonly Asked[];
  readonly connections: number;
  readonly warmupSeconds: number;
  readonly seconds: number;
};
export type Outcome = {
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Mean size of a body in bytes. */
  readonly bytes: number;
  readonly failures: number;
  /** Status and beginning of the first answer that was none of 200 and 201. */
  readonly firstFailure: string;
};

let counter = 0;

function write({ method, path, token, body }: Asked): Buffer {
  const text = body?.replaceAll('{n}', `${process.pid}-${counter++}`);
  const lines = [`${method} ${path} HTTP/1.1`, 'Host: localhost', 'Accept: application/json'];
  if (token) lines.push(`Authorization: Bearer ${token}`);
  if (text !== undefined) lines.push('Content-Type: application/json', `Content-Length: ${Buffer.byteLength(text)}`);
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${text ?? ''}`);
}

const chunksEnd = Buffer.from('0\r\n\r\n');

/** Reads one answer piece by piece, keeping no more of it than its beginning. Requests are not pipelined. */
class Answer {
  /** The head and what came with it. */
  beginning = Buffer.alloc(0);
  private bodyStart = -1;
  private length: number | null = null;
  private received = 0;
  private tail = Buffer.alloc(0);

  /** Bytes of the body once the answer is whole, else null. */
  add(chunk: Buffer): number | null {
    this.received += chunk.length;
    if (this.bodyStart < 0) {
      this.beginning = Buffer.concat([this.beginning, chunk]);
      const headEnd = this.beginning.indexOf('\r\n\r\n');
      if (headEnd < 0) return null;
      this.bodyStart = headEnd + 4;
      const head = this.beginning.toString('latin1', 0, headEnd).toLowerCase();
      const length = /\r\ncontent-length: *(\d+)/.exec(head)?.[1];
      this.length = length === undefined ? null : Number(length);
      this.tail = this.beginning.subarray(-5);
    } else this.tail = Buffer.concat([this.tail, chunk]).subarray(-5);
    const body = this.received - this.bodyStart;
    if (this.length !== null) return body >= this.length ? body : null;
    return body >= 5 && this.tail.equals(chunksEnd) ? body : null;
  }
}

/** One connection that asks, waits for the answer, and asks again until `isOver`. */
function ask(
  port: number,
  next: () => Buffer,
  isOver: () => boolean,
  done: (ms: number, answer: Buffer, bytes: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let answer = new Answer();
    let from = 0;
    const send = () => {
      if (isOver()) return socket.destroy();
      from = performance.now();
      answer = new Answer();
      socket.write(next());
    };
    socket
      .on('connect', send)
      .on('error', reject)
      .on('close', () => resolve());
    socket.on('data', (chunk) => {
      const bytes = answer.add(chunk);
      if (bytes === null) return;
      done(performance.now() - from, answer.beginning, bytes);
      send();
    });
  });
}

async function run({ port, requests, connections, warmupSeconds, seconds }: Load): Promise<Outcome> {
  const fixed = requests.map((asked) => (asked.body?.includes('{n}') ? asked : write(asked)));
  let turn = 0;
  const next = (): Buffer => {
    const request = fixed[turn++ % fixed.length];
    return Buffer.isBuffer(request) ? request : write(request ?? { method: 'GET', path: '/' });
  };
  const times: number[] = [];
  let [total, failures, firstFailure] = [0, 0, ''];
  const start = performance.now() + warmupSeconds * 1000;
  const end = start + seconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, () =>
      ask(
        port,
        next,
        () => performance.now() >= end,
        (ms, answer, bytes) => {
          const status = answer.toString('latin1', 9, 12);
          if (status !== '200' && status !== '201') {
            failures += 1;
            firstFailure ||= `${status} ${answer
              .subarray(answer.indexOf('\r\n\r\n') + 4, answer.length)
              .toString()
              .slice(0, 300)}`;
          }
          if (performance.now() < start) return;
          times.push(ms);
          total += bytes;
        },
      ),
    ),
  );
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    requestsPerSecond: times.length / seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    bytes: total / (times.length || 1),
    failures,
    firstFailure,
  };
}

// A process of its own: it must not share the processor's time with what it measures more than another client would.
process.on('message', (load: Load) => void run(load).then((outcome) => process.send?.(outcome)));
