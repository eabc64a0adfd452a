import 'server-only';
import { AppError } from '@/lib/errors';
import { noteTokenUse, viewerRowOfSession, viewerRowOfToken, type ViewerRow } from '@/lib/server/queries/viewer';
import type { Portal, UserViewer } from '@/lib/server/viewer';
import { setUpPath } from './next-path';
import { isSameOrigin } from './request-origin';
import { pickSessionCookie, readSessionToken } from './session-token';
import { hashToken, tokenLifetimeDays } from './tokens';
import { mustSetUpTwoFactor } from './two-factor-rule';

type SignedInPortal = Exclude<Portal, 'public'>;

/** A user as viewer. The super portal is for superusers; for anyone else it stays the private one. */
export function toViewer(
  row: ViewerRow,
  via: 'cookie' | 'token',
  tokenId: string | null,
  portal: SignedInPortal,
): UserViewer {
  return {
    kind: 'user',
    id: row.id,
    number: row.number,
    email: row.email,
    name: `${row.first_name} ${row.last_name}`.trim() || row.email,
    isSuperuser: row.is_superuser,
    via,
    tokenId,
    portal: portal === 'super' && !row.is_superuser ? 'private' : portal,
  };
}

/**
 * Who makes an API request: by `Authorization: Bearer`, else by the login cookie. Null is 401: nobody, a bad token (never
 * falling back to the cookie), or a cookie on a request that changes something and no page of ours has made.
 * `changesState` is to be given for GET actions that do.
 * @throws AppError forbidden for somebody signed in who has to set up a second factor first.
 */
export async function viewerFromRequest(
  request: Request,
  portal: SignedInPortal,
  changesState = !['GET', 'HEAD', 'OPTIONS'].includes(request.method),
): Promise<UserViewer | null> {
  const authorization = request.headers.get('authorization') ?? '';
  if (/^bearer\b/i.test(authorization)) return viewerOfToken(authorization.slice('bearer'.length).trim(), portal);

  const claims = await readSessionToken(pickSessionCookie((name) => cookieOf(request.headers.get('cookie'), name)));
  if (!claims || (changesState && !isSameOrigin(request.headers))) return null;
  const row = await viewerRowOfSession(claims.userId, claims.epoch);
  if (row && mustSetUpTwoFactor(row, claims))
    throw new AppError('forbidden', { message: `Set up two-factor sign-in first, at ${setUpPath}.` });
  return row && toViewer(row, 'cookie', null, portal);
}

async function viewerOfToken(token: string, portal: SignedInPortal): Promise<UserViewer | null> {
  const hash = hashToken(token);
  const row = hash && (await viewerRowOfToken(hash));
  if (!row) return null;
  if (row.is_stale) {
    // Not waited for: noting the use must neither slow nor fail the request.
    noteTokenUse(row.token_id, tokenLifetimeDays).catch((error: unknown) =>
      console.error('The use of a token was not noted:', error),
    );
  }
  return toViewer(row, 'token', row.token_id, portal);
}

function cookieOf(header: string | null, name: string): string | undefined {
  const pair = header?.split(';').find((part) => part.trim().startsWith(`${name}=`));
  return pair?.trim().slice(name.length + 1);
}
