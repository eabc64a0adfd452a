/** A repeatable source of chance: the same seed gives the same laboratory. */
export function chance(seed: number) {
  let state = seed >>> 0;
  // Mulberry32: small, and good enough for demonstration data.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    /** A whole number between both bounds, inclusive. */
    integer,
    /** True with the given probability. */
    happens: (probability: number): boolean => next() < probability,
    pick<T>(items: readonly [T, ...T[]]): T {
      return items[integer(0, items.length - 1)] ?? items[0];
    },
  };
}

export type Chance = ReturnType<typeof chance>;
