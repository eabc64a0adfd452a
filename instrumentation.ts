/** Delivers webhooks while developing; `npm start` does it itself, beside the API (scripts/lib/start/serve.ts). */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NODE_ENV !== 'development') return;
  const { startWebhooks } = await import('@/lib/server/webhooks/worker');
  startWebhooks();
}
