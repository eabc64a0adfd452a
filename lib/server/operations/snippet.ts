const around = 50;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };

/** The stretch of a text in which the first word stands that what is shown already lacks; null where nothing is lacking. */
export function snippetOf(shown: readonly string[], body: string, words: readonly string[]): string | null {
  const visible = shown.join('\n').toLowerCase();
  const lacking = words.filter((word) => !visible.includes(word));
  if (lacking.length === 0) return null;
  const text = body
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
  const lower = text.toLowerCase();
  const at = lacking.map((word) => lower.indexOf(word)).find((index) => index >= 0);
  if (at === undefined) return null;
  const start = at <= around ? 0 : text.indexOf(' ', at - around) + 1;
  const stop = Math.min(text.length, at + 2 * around);
  const end = stop === text.length ? stop : Math.max(text.lastIndexOf(' ', stop), at + 1);
  return `${start > 0 ? '…' : ''}${text.slice(start > at ? at : start, end)}${end < text.length ? '…' : ''}`;
}
