import 'server-only';
import { AppError } from '@/lib/errors';
import { viewerFromRequest } from '../auth/bearer';
import { getEnv } from '../env';
import { recentRecords, searchEverything } from '../operations/search';
import { limitRequest } from './request-limit';
import { jsonText, respond, wrongMethod } from './respond';

const methods = ['GET', 'HEAD'];
const hitsMax = 20;

/**
 * `GET /api/search?q=…&limit=5`: the records that one may read and looks for, by kind, those of `opened` (addresses
 * such as `sessions/…`, comma-separated) first among equals. Without `q` those of `opened`, then what changed last. `zone` is the one in which instants are shown.
 */
export function handleSearch(request: Request): Promise<Response> {
  return respond(request, async () => {
    if (!methods.includes(request.method)) throw wrongMethod(methods);
    const viewer = await viewerFromRequest(request, 'private', false);
    await limitRequest(request, viewer);
    if (!viewer) throw new AppError('not_signed_in');
    const { searchParams } = new URL(request.url);
    const zone = getEnv().LAB_TIME_ZONE;
    const q = searchParams.get('q')?.trim() ?? '';
    const opened = (searchParams.get('opened') ?? '').split(',').filter(Boolean);
    if (q === '') {
      const recent = await recentRecords(viewer, opened);
      return jsonText(JSON.stringify({ recent, zone }));
    }
    const limit = Math.min(Math.max(Math.trunc(Number(searchParams.get('limit') ?? 5)) || 5, 1), hitsMax);
    return jsonText(JSON.stringify({ ...(await searchEverything(viewer, q, limit, opened)), zone }));
  });
}
