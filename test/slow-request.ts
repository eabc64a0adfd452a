/** A request whose body comes when it is told to; `isRead` says whether somebody waits for it. */
export function slowRequest(url: string, headers: Record<string, string>, text: string) {
  const { promise: told, resolve: end } = Promise.withResolvers<void>();
  let isRead = false;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        isRead = true;
        await told;
        controller.enqueue(new TextEncoder().encode(text));
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit; // TypeScript's DOM types lack `duplex`
  return { request: new Request(url, init), isRead: () => isRead, end: () => end() };
}
