import 'server-only';

/** Tries of one delivery, the first included. */
export const triesMax = 8;
const firstSeconds = 30;
const factor = 3.6;
/** Of each wait up to this part is left to chance, so that what failed together does not come back together. */
const jitter = 0.2;

/** Seconds to wait after `tries` tries: 30 s, 2 min, 6 min … in all about a day; null when none is left. */
export function waitAfter(tries: number, random: () => number = Math.random): number | null {
  if (tries >= triesMax) return null;
  return Math.round(firstSeconds * factor ** (tries - 1) * (1 - jitter + 2 * jitter * random()));
}
