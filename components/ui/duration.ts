import type { Parsed } from './parse-date-time';

const clockPattern = /^(?:(\d+):)?(\d+):(\d{1,2})(?:[.,](\d{1,3}))?$/;
const unitPattern = /(\d+(?:[.,]\d+)?)\s*(ms|h|min|m|s|d)(?![a-z])/g;
const millisecondsPer: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/**
 * Reads a typed duration into whole milliseconds: `1:02:03.5` (h:mm:ss), `02:30` (mm:ss), `1h 30min`, `250 ms`, and a bare
 * number as seconds. A leading minus is read; whether it is allowed is for the caller.
 */
export function parseDuration(text: string): Parsed<number> {
  const typed = text.trim().toLowerCase().replace(/^−/, '-');
  const sign = typed.startsWith('-') ? -1 : 1;
  const body = typed.replace(/^[+-]\s*/, '');

  const clock = clockPattern.exec(body);
  if (clock) {
    const [, hours = '0', minutes = '0', seconds = '0', fraction = ''] = clock;
    if (Number(seconds) > 59 || (clock[1] !== undefined && Number(minutes) > 59)) {
      return { value: null, problem: 'Minutes and seconds go up to 59.' };
    }
    const total =
      ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'));
    return finish(sign * total);
  }
  if (/^\d+(?:[.,]\d+)?$/.test(body)) return finish(sign * Math.round(number(body) * 1000));
  if (body !== '' && body.replaceAll(unitPattern, '').trim() === '') {
    let total = 0;
    for (const [, amount = '0', unit = 's'] of body.matchAll(unitPattern))
      total += number(amount) * (millisecondsPer[unit] ?? 0);
    return finish(sign * Math.round(total));
  }
  return {
    value: null,
    problem: 'Write a duration as h:mm:ss, for instance 1:30:00, or with units: 1h 30min, 250 ms.',
  };
}

/** Writes whole milliseconds as `hh:mm:ss`, with `.mmm` only where there are some. */
export function writeDuration(milliseconds: number): string {
  const rest = Math.abs(Math.round(milliseconds));
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = Math.floor(rest / 1000);
  const fraction = rest % 1000;
  const text = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${milliseconds < 0 ? '-' : ''}${text}${fraction ? `.${String(fraction).padStart(3, '0')}` : ''}`;
}

function number(text: string): number {
  return Number(text.replace(',', '.'));
}

function finish(value: number): Parsed<number> {
  return Number.isSafeInteger(value)
    ? { value: value + 0, problem: null }
    : { value: null, problem: 'This duration is too long.' };
}
