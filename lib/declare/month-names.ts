const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const rests = ['uary', 'ruary', 'ch', 'il', '', 'e', 'y', 'ust', 'tember', 'ober', 'ember', 'ember'];
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const dayRests = ['day', 'day', 'sday', 'nesday', 'rsday', 'day', 'urday'];

/** Months by what they may be called: `sep`, `sept`, `september`. */
const monthNumbers = new Map([
  ...months.flatMap((name, index): [string, number][] => [
    [name, index + 1],
    [`${name}${rests[index]}`, index + 1],
  ]),
  ['sept', 9] as const,
]);
const dayNumbers = new Map(
  days.flatMap((name, index): [string, number][] => [
    [name, index],
    [`${name}${dayRests[index]}`, index],
  ]),
);

const parted = String.raw`[\s.,/-]{1,3}`;
const month = String.raw`(?<month>[a-z]{3,9})`;
const day = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const year = String.raw`(?<year>\d{4})`;
const written = [
  [day, month, year],
  [month, day, year],
  [year, month, day],
].map(
  (parts) =>
    new RegExp(String.raw`^(?:(?<weekday>[a-z]{3,9})[.,]?\s+)?${parts.join(parted)}(?:,?\s+(?<time>\d.*))?$`, 'i'),
);

/**
 * A text that begins with a date whose month is an English word (`1 Sep 2026`, `01-Sep-2026`, `September 1, 2026 9:30`) with
 * that date as `YYYY-MM-DD` instead; any other text as it is. The year has four digits, and a day of the week must be right.
 */
export function withIsoDate(text: string): string {
  for (const pattern of written) {
    const parts = pattern.exec(text.trim())?.groups;
    const iso = parts && isoOf(parts);
    if (iso) return parts.time ? `${iso} ${parts.time.replace(/^\d:/, '0$&')}` : iso;
  }
  return text;
}

function isoOf(parts: Readonly<Record<string, string | undefined>>): string | null {
  const number = monthNumbers.get(parts.month?.toLowerCase() ?? '');
  if (number === undefined || parts.year === undefined || parts.day === undefined) return null;
  const iso = `${parts.year}-${String(number).padStart(2, '0')}-${parts.day.padStart(2, '0')}`;
  if (parts.weekday === undefined) return iso;
  return dayNumbers.get(parts.weekday.toLowerCase()) === new Date(`${iso}T00:00:00Z`).getUTCDay() ? iso : null;
}
