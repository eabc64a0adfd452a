import { describe, expect, it } from 'vitest';
import { formatClock, isNaive, parseDuration, parseInstant } from './time';

describe('an instant', () => {
  it.each([
    ['2026-03-14T09:30:00+01:00', 'UTC', '2026-03-14T08:30:00.000Z'],
    ['2026-03-14 09:30Z', 'Europe/Lisbon', '2026-03-14T09:30:00.000Z'],
    ['2026-03-14t09:30:00.123456z', 'UTC', '2026-03-14T09:30:00.123Z'],
    ['2026-03-14T09:30:00,5-0330', 'UTC', '2026-03-14T13:00:00.500Z'],
    ['2026-03-14T09:30+05', 'UTC', '2026-03-14T04:30:00.000Z'],
    // Without an offset, on the laboratory's clock: winter, summer, a zone west of Greenwich.
    ['2026-01-14T09:30', 'Europe/Lisbon', '2026-01-14T09:30:00.000Z'],
    ['2026-07-14T09:30', 'Europe/Lisbon', '2026-07-14T08:30:00.000Z'],
    ['2026-07-14', 'America/New_York', '2026-07-14T04:00:00.000Z'],
    ['2026-07-14T09:30', 'Asia/Kolkata', '2026-07-14T04:00:00.000Z'],
    // Clocks are put forward: the hour in between does not exist, so it is as much later.
    ['2026-03-29T01:30', 'Europe/Lisbon', '2026-03-29T01:30:00.000Z'],
    ['2026-03-08T02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
    ['2026-03-29T00:59:59', 'Europe/Lisbon', '2026-03-29T00:59:59.000Z'],
    ['2026-03-29T02:00', 'Europe/Lisbon', '2026-03-29T01:00:00.000Z'],
    // Clocks are put back: the hour comes twice, and the first is meant.
    ['2026-10-25T01:30', 'Europe/Lisbon', '2026-10-25T00:30:00.000Z'],
    ['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['2026-10-25T02:00', 'Europe/Lisbon', '2026-10-25T02:00:00.000Z'],
    ['0050-06-01T12:00', 'UTC', '0050-06-01T12:00:00.000Z'],
  ])('%s in %s is %s', (written, zone, instant) => expect(parseInstant(written, zone)).toBe(instant));

  it.each([
    '',
    'today',
    '2026-02-30',
    '2026-03-14T24:00',
    '2026-03-14T09:60',
    '2026-03-14T09:30:60',
    '2026-03-14T09:30+19:00',
    '2026-03-14T09:30+01:75',
    '0000-01-01T00:00Z',
    // Beyond the years that the database and other readers take.
    '0001-01-01T00:00+01:00',
    '9999-12-31T23:59-01:00',
    '2026-3-14',
    '14.03.2026',
    '1773480600',
  ])('“%s” is none', (written) => expect(parseInstant(written, 'UTC')).toBeNull());

  it.each([
    ['2026-03-14T09:30', true],
    ['2026-03-14', true],
    ['2026-03-14T09:30Z', false],
    ['2026-03-14T09:30+01:00', false],
    ['x', false],
  ])('%s lacks a zone: %s', (written, expected) => expect(isNaive(written)).toBe(expected));
});

describe('a duration', () => {
  it.each([
    ['00:00:00', 0],
    ['01:02:03', 3_723_000],
    ['100:00:00', 360_000_000],
    ['02:03', 123_000],
    ['00:00:01.5', 1500],
    ['00:00:01,25', 1250],
    ['00:00:00.0015', 1],
    ['-00:00:01', -1000],
    ['PT1.5S', 1500],
    ['P1DT1H1M', 90_060_000],
    ['-PT1M', -60_000],
  ])('%s is %i ms', (written, milliseconds) => expect(parseDuration(written)).toBe(milliseconds));

  it.each(['', '5', '00:60:00', '00:00:60', '00:00:123', 'P', 'PT', 'P1DT', 'P1Y', '1h', '::'])(
    '“%s” is none',
    (written) => expect(parseDuration(written)).toBeNull(),
  );

  it.each([0, 1, 999, 1000, 61_001, 3_600_000, 2_073_600_000, -1, -61_001])(
    '%i ms comes back as written',
    (milliseconds) => expect(parseDuration(formatClock(milliseconds))).toBe(milliseconds),
  );
});
