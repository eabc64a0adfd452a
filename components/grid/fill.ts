const dayMilliseconds = 86_400_000;

/** The text that many steps after this one: `mouse-01` → `mouse-02`, `2026-03-14 09:30` → `2026-03-15 09:30`; null where it does not count. */
export function stepped(text: string, steps: number): string | null {
  const day = /^(\d{4}-\d{2}-\d{2})((?:[ T].*)?)$/.exec(text);
  if (day) {
    const at = Date.parse(`${day[1]}T00:00:00Z`);
    return Number.isNaN(at) ? null : `${new Date(at + steps * dayMilliseconds).toISOString().slice(0, 10)}${day[2]}`;
  }
  const [, stem = '', digits] = /^(.*?)(\d+)$/s.exec(text) ?? [];
  if (digits === undefined) return null;
  return `${stem}${String(Number(digits) + steps).padStart(digits.length, '0')}`;
}

/** How far two texts are apart in the same count; null where they are in none. */
function stepBetween(one: string, next: string): number | null {
  // Steps of a laboratory are small: days of a week, numbers of a litter.
  for (let step = 1; step <= 100; step++) {
    if (stepped(one, step) === next) return step;
    if (stepped(next, step) === one) return -step;
  }
  return null;
}

/** What continues some texts downwards: as a series, where they are one and that is wished, else over and over. */
export function continued(source: readonly string[], count: number, asSeries: boolean): string[] {
  const [first = ''] = source;
  const last = source.at(-1) ?? '';
  const step = source.length === 1 ? 1 : stepBetween(first, source[1] ?? '');
  const isSeries =
    asSeries &&
    step !== null &&
    stepped(last, 1) !== null &&
    source.every((text, at) => stepped(first, at * step) === text);
  return Array.from({ length: count }, (_, at) =>
    isSeries ? (stepped(last, (at + 1) * (step ?? 1)) ?? last) : (source[at % source.length] ?? ''),
  );
}

/** Whether a text can be continued as a series. */
export const isCountable = (text: string): boolean => stepped(text, 1) !== null;
