import 'server-only';

/** How long a batch waits for its reader, in ms: until then an export holds a connection and one of few places. */
export const patienceMs = 120_000;

/**
 * The body of a streamed file: each batch as UTF-8 text, read only as fast as somebody takes it. The first batch is read before
 * it is answered, while there is still a status to say that it can't be. A failure in the middle, or a reader who stops
 * reading, ends the body as broken, so that nobody takes a part for the whole.
 */
export async function streamTexts<Batch>(
  batches: AsyncGenerator<Batch>,
  write: (batch: Batch) => string,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  let next: IteratorResult<Batch> | null = await batches.next();
  const encoder = new TextEncoder();
  let timer: NodeJS.Timeout | undefined;
  function wait(controller: ReadableStreamDefaultController): void {
    timer = setTimeout(() => {
      controller.error(new Error('Nobody has read on.'));
      void batches.return(undefined);
    }, patienceMs).unref();
  }
  return new ReadableStream(
    {
      start: (controller) => wait(controller),
      async pull(controller) {
        clearTimeout(timer);
        const part = next ?? (await batches.next());
        next = null;
        if (part.done) return controller.close();
        controller.enqueue(encoder.encode(write(part.value)));
        wait(controller);
      },
      async cancel() {
        clearTimeout(timer);
        await batches.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
