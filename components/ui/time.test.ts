import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDuration, writeDuration } from './duration';
import { parseDate, parseDateTime } from './parse-date-time';
import { parseNumber } from './parse-number';
import { instantOf, offsetAt, wallTimeAt, writeInstant, writeOffset } from './zoned-time';

const berlin = { now: Date.parse('2026-11-20T23:30:40.5Z'), zone: 'Europe/Berlin' };

describe('a typed date and time', () => {
  test.each([
    ['2026-11-20 14:30', '2026-11-20T13:30:00.000Z'],
    ['2026-11-20T14:30', '2026-11-20T13:30:00.000Z'],
    ['2026-7-1 9:05', '2026-07-01T07:05:00.000Z'],
    ['20.11.2026 14:30:15', '2026-11-20T13:30:15.000Z'],
    ['20261120 14:30:15.25', '2026-11-20T13:30:15.250Z'],
    ['2026-11-20T14:30:00Z', '2026-11-20T14:30:00.000Z'],
    ['2026-11-20T14:30:00-05:00', '2026-11-20T19:30:00.000Z'],
    ['2026-11-20 14:30 +0530', '2026-11-20T09:00:00.000Z'],
    ['14:30', '2026-11-21T13:30:00.000Z'],
    ['yesterday 08:00', '2026-11-20T07:00:00.000Z'],
    ['Today 00:00', '2026-11-20T23:00:00.000Z'],
    ['now', '2026-11-20T23:30:00.000Z'],
    ['0099-01-01 00:00Z', '0099-01-01T00:00:00.000Z'],
  ])('%s', (text, expected) => {
    expect(parseDateTime(text, berlin)).toEqual({ value: expected, problem: null });
  });

  test.each([
    ['2026-03-29 02:30', /put forward/],
    ['2026-11-20', /Add the time/],
    ['2026-02-30 10:00', /no 2026-02-30 in the calendar/],
    ['2026-11-20 24:00', /no 24:00 on the clock/],
    ['11/12/2026 10:00', /either way round/],
    ['next week', /year-month-day/],
    ['2026-11-20 14:30 extra', /for instance 2026-11-21 00:30/],
    ['2026-11-20 half two', /for instance/],
  ])('%s is refused with a reason', (text, reason) => {
    const { value, problem } = parseDateTime(text, berlin);
    expect(value).toBeNull();
    expect(problem).toMatch(reason);
  });

  test('the hour that comes twice is read as the first', () => {
    expect(parseDateTime('2026-10-25 02:30', berlin).value).toBe('2026-10-25T00:30:00.000Z');
  });

  test('a date is that of the zone', () => {
    expect(parseDate('today', berlin).value).toBe('2026-11-21');
    expect(parseDate('tomorrow', { ...berlin, zone: 'America/New_York' }).value).toBe('2026-11-21');
    expect(parseDate('1.2.2026', berlin).value).toBe('2026-02-01');
    expect(parseDate('', berlin).problem).toMatch(/year-month-day/);
  });
});

describe('zones', () => {
  const zones = fc.constantFrom(
    'UTC',
    'Europe/Berlin',
    'America/St_Johns',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Apia',
  );
  const instants = fc.integer({ min: Date.parse('1990-01-01'), max: Date.parse('2060-01-01') });

  test('a wall time leads back to an instant that shows it, never a later one', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const wall = wallTimeAt(instant, zone);
        const back = instantOf(wall, zone);
        expect(back).not.toBeNull();
        expect(wallTimeAt(back ?? 0, zone)).toEqual(wall);
        expect(back).toBeLessThanOrEqual(instant);
      }),
    );
  });

  test('what is written can be read again', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const text = writeInstant(instant, zone);
        const again = parseDateTime(text, { now: 0, zone }).value;
        expect(writeInstant(Date.parse(again ?? ''), zone)).toBe(text);
      }),
    );
  });

  test('offsets', () => {
    expect(writeOffset(offsetAt(berlin.now, 'Asia/Kathmandu'))).toBe('UTC+05:45');
    expect(writeOffset(offsetAt(berlin.now, 'America/New_York'))).toBe('UTC−05:00');
    expect(writeOffset(0)).toBe('UTC');
  });
});

describe('a typed duration', () => {
  test.each([
    ['1:02:03.5', 3_723_500],
    ['02:30', 150_000],
    ['90:00', 5_400_000],
    ['90', 90_000],
    ['0,25', 250],
    ['1h 30min', 5_400_000],
    ['1h30m', 5_400_000],
    ['250 ms', 250],
    ['1.5s', 1500],
    ['-0:10', -10_000],
    ['−10 s', -10_000],
    ['-0', 0],
    ['2d', 172_800_000],
  ])('%s', (text, expected) => {
    expect(parseDuration(text)).toEqual({ value: expected, problem: null });
  });

  test.each(['', 'soon', '1:60', '1:60:00', '1h and', '5 lights', '1:2:3:4', '9'.repeat(20)])(
    '%j is refused',
    (text) => {
      expect(parseDuration(text).value).toBeNull();
    },
  );

  test('what is written can be read again', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (milliseconds) => {
        expect(parseDuration(writeDuration(milliseconds)).value).toBe(milliseconds + 0);
      }),
    );
  });
});

describe('a typed number', () => {
  test.each([
    ['1.5', 1.5],
    ['1,5', 1.5],
    ['-3', -3],
    ['−3', -3],
    ['1e-3', 0.001],
    ['12 000', 12_000],
    ['.5', 0.5],
  ])('%s', (text, expected) => {
    expect(parseNumber(text)).toEqual({ value: expected, problem: null });
  });

  test.each(['', 'abc', '1.2.3', '0x10', '1,000,000', '1e999', '--1', 'NaN'])('%j is refused', (text) => {
    expect(parseNumber(text).value).toBeNull();
  });

  test('whole numbers only, where asked', () => {
    expect(parseNumber('1.5', { integer: true }).problem).toMatch(/whole/);
    expect(parseNumber('2.0', { integer: true }).value).toBe(2);
  });
});
