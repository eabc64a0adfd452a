import 'server-only';
import { AppError } from '@/lib/errors';

export type Work = (write: (line: object) => void, signal: AbortSignal) => Promise<object>;

/**
 * An answer of JSON lines: what `work` writes on its way, then what it answers, or `{error}` with code, message and
 * problems. `signal` fires when nobody listens any more; work may go on all the same.
 */
export function answerInLines(request: Request, work: Work): Response {
  const gone = new AbortController();
  request.signal.addEventListener('abort', () => gone.abort(), { once: true });
  const encoder = new TextEncoder();
  const lines = new ReadableStream<Uint8Array>({
    async start(controller) {
      const write = (line: object) => {
        if (gone.signal.aborted) return;
        try {
          controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
        } catch {
          // The stream was closed from the other side before it told us.
          gone.abort();
        }
      };
      try {
        write(await work(write, gone.signal));
      } catch (error) {
        write({ error: bodyOf(error, gone.signal) });
      }
      if (!gone.signal.aborted) controller.close();
    },
    cancel: () => gone.abort(),
  });
  return new Response(lines, { headers: { 'Content-Type': 'application/x-ndjson', 'X-Accel-Buffering': 'no' } });
}

function bodyOf(error: unknown, { aborted }: AbortSignal): object {
  // Ended by whoever asked: they know.
  if (!(error instanceof AppError) && !aborted) console.error('An import failed:', error);
  const { code, message } = error instanceof AppError ? error : new AppError('internal', { cause: error });
  return { code, message };
}
