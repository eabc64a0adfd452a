import type { Parsed } from './parse-date-time';

/** Reads a typed number. A decimal comma is read as a point; spaces between digits are ignored. */
export function parseNumber(text: string, { integer = false }: { integer?: boolean } = {}): Parsed<number> {
  const typed = text
    .trim()
    .replace(/^−/, '-')
    .replaceAll(/(?<=\d)[\s_](?=\d{3})/g, '');
  if (/^[-+]?\d{1,3}(,\d{3}){2,}(\.\d*)?$/.test(typed)) {
    return { value: null, problem: 'Leave out the commas between thousands.' };
  }
  const plain = typed.replace(',', '.');
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain)) return { value: null, problem: 'Write a number.' };
  const value = Number(plain);
  if (!Number.isFinite(value)) return { value: null, problem: 'This number is too large.' };
  if (integer && !Number.isInteger(value)) return { value: null, problem: 'Write a whole number.' };
  return { value, problem: null };
}
