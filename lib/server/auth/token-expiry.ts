import 'server-only';

const dayMs = 86_400_000;
/** Days before its end from which on a token is warned of; the MATLAB client warns as early. */
const warningDays = 15;

/** Days that a token has left, rounded up, when they are so few that its owner is warned; null when there is time. */
export function daysToWarnOf(expiresAt: Date, now = Date.now()): number | null {
  const left = expiresAt.getTime() - now;
  return left <= warningDays * dayMs ? Math.max(0, Math.ceil(left / dayMs)) : null;
}
