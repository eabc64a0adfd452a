import { isCalendarDate } from '../calendar';
import type { Reader } from './reader';
import { TomlFault, type TomlDateTime, type TomlNode } from './tree';

const INTEGER = /^[+-]?(?:0|[1-9](?:_?\d)*)$/;
const PREFIXED = /^0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|o[0-7](?:_?[0-7])*|b[01](?:_?[01])*)$/;
const FLOAT = /^[+-]?(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?$/;
const SPECIAL = /^([+-]?)(inf|nan)$/;
const DATE_TIME =
  /^(?:(\d{4})-(\d\d)-(\d\d))?(?:(?:^|[Tt ])(\d\d):(\d\d):(\d\d)(?:\.\d+)?)?(?:([Zz])|[+-](\d\d):(\d\d))?$/;
const DELIMITERS = ' \t\r\n,]}#="\'[{';
const INTEGER_MAX = 2n ** 63n - 1n;
/** Longer than any number or date that means something; keeps the patterns off hostile input. */
const TOKEN_MAX = 200;

/** Reads a boolean, number, date or time. */
export function readScalar(reader: Reader): TomlNode {
  const at = reader.pos;
  const raw = readToken(reader);
  if (raw === '') throw new TomlFault(at, `Expected a value, found ${reader.found()}.`);
  const node = raw.length > TOKEN_MAX ? null : scalarOf(raw, at);
  if (node !== null) return node;
  const shown = raw.length > 40 ? `${raw.slice(0, 40)}…` : raw;
  throw new TomlFault(at, `“${shown}” is not a value.`, hintFor(shown));
}

function readToken(reader: Reader): string {
  const start = reader.pos;
  const scan = () => {
    while (!reader.isAtEnd && !DELIMITERS.includes(reader.text.charAt(reader.pos))) reader.pos += 1;
  };
  scan();
  // A date and its time may be divided by one blank.
  const isDate = reader.pos - start === 10 && /^\d{4}-\d\d-\d\d$/.test(reader.text.slice(start, reader.pos));
  if (isDate && /^ \d\d:/.test(reader.text.slice(reader.pos, reader.pos + 4))) {
    reader.pos += 1;
    scan();
  }
  return reader.text.slice(start, reader.pos);
}

function scalarOf(raw: string, at: number): TomlNode | null {
  if (raw === 'true' || raw === 'false') return { kind: 'boolean', at, value: raw === 'true' };
  const digits = raw.replaceAll('_', '');
  if (INTEGER.test(raw)) return integer(at, raw, BigInt(digits.replace(/^[+-]/, '')), raw.startsWith('-'));
  if (PREFIXED.test(raw)) return integer(at, raw, BigInt(digits), false);
  if (FLOAT.test(raw)) return { kind: 'float', at, value: Number(digits), raw };
  const special = SPECIAL.exec(raw);
  if (special) {
    const size = special[2] === 'inf' ? Number.POSITIVE_INFINITY : Number.NaN;
    return { kind: 'float', at, value: special[1] === '-' ? -size : size, raw };
  }
  return dateTime(raw, at);
}

function integer(at: number, raw: string, size: bigint, isNegative: boolean): TomlNode {
  if (size > INTEGER_MAX + (isNegative ? 1n : 0n)) throw new TomlFault(at, `${raw} does not fit into 64 bits.`);
  return { kind: 'integer', at, value: isNegative ? -size : size, raw };
}

function dateTime(raw: string, at: number): TomlDateTime | null {
  const match = DATE_TIME.exec(raw);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, zulu, offsetHour, offsetMinute] = match;
  const isDate = year !== undefined;
  const isTime = hour !== undefined;
  const hasOffset = zulu !== undefined || offsetHour !== undefined;
  if (!(isDate || isTime) || (hasOffset && !(isDate && isTime))) return null;
  const isInRange =
    (!isDate || isCalendarDate(Number(year), Number(month), Number(day))) &&
    (!isTime || (Number(hour) < 24 && Number(minute) < 60 && Number(second) <= 60)) &&
    (offsetHour === undefined || (Number(offsetHour) < 24 && Number(offsetMinute) < 60));
  if (!isInRange) throw new TomlFault(at, `${raw} is not a date or time that exists.`);
  if (!isTime) return { kind: 'local-date', at, raw };
  if (!isDate) return { kind: 'local-time', at, raw };
  return { kind: hasOffset ? 'offset-date-time' : 'local-date-time', at, raw };
}

function hintFor(token: string): string | null {
  if (/^(true|false)$/i.test(token)) return `Write ${token.toLowerCase()}.`;
  if (/^[+-]?0\d+$/.test(token)) return 'Numbers have no leading zeros.';
  if (/^[^\d+-]/.test(token)) return `Text needs quotes: "${token}".`;
  return null;
}
