import { checkHealth } from '@/lib/server/health';

export const dynamic = 'force-dynamic';

/** For load balancers and monitors: 200 when requests can be served, else 503. */
export async function GET(): Promise<Response> {
  const health = await checkHealth();
  return Response.json(health, {
    status: health.status === 'ok' ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  });
}
