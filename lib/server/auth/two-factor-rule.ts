import 'server-only';
import { getEnv } from '@/lib/server/env';

/** Whether somebody must have a second factor here (REQUIRE_TWO_FACTOR). */
export function isTwoFactorRequired(isSuperuser: boolean): boolean {
  const { REQUIRE_TWO_FACTOR } = getEnv();
  return REQUIRE_TWO_FACTOR === 'everyone' || (REQUIRE_TWO_FACTOR === 'administrators' && isSuperuser);
}

/**
 * Whether somebody has to set up a second factor before anything else. Asked at each request with a login cookie, so that it
 * holds for sessions begun before too. Single sign-on is left to its provider.
 */
export function mustSetUpTwoFactor(
  row: { is_superuser: boolean; has_two_factor: boolean },
  claims: { isByProvider: boolean },
): boolean {
  return !row.has_two_factor && !claims.isByProvider && isTwoFactorRequired(row.is_superuser);
}
