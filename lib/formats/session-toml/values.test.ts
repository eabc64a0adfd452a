import { describe, expect, it } from 'vitest';
import { isAge, suggestAge } from './age';
import { parseSessionDate, suggestDate } from './calendar';
import { suggest } from './suggest';
import { dateToPortal } from './to-portal';
import { isoInZone } from './zoned';

describe('ages', () => {
  it.each(['P90D', 'P1Y2M3W4DT5H6M7.5S', 'PT36H', 'P12.5W', 'P90D/P100D', 'P90D/'])('takes %s', (age) => {
    expect(isAge(age)).toBe(true);
  });

  it.each(['', 'P', 'P60', '90', 'PT', 'P1DT', 'p90d', '90D', 'P1D/P2D/P3D', '/P90D', 'P-1D'])('refuses %s', (age) => {
    expect(isAge(age)).toBe(false);
  });

  it.each<[string, string | null]>([
    ['P60', 'P60D'],
    ['60', 'P60D'],
    ['60 days old', 'P60D'],
    ['8 weeks', 'P8W'],
    ['8-week', 'P8W'],
    ['3mo.', 'P3M'],
    ['p90d', 'P90D'],
    ['1.5 years', 'P1.5Y'],
    ['adult', null],
    ['', null],
    ['8-10 weeks', null],
  ])('suggests for %s: %s', (age, suggestion) => {
    expect(suggestAge(age)).toBe(suggestion);
  });
});

describe('dates', () => {
  it.each([
    '2026-03-14',
    '2024-02-29',
    '2026-03-14T10:30',
    '2026-03-14T10:30:00',
    '2026-03-14T10:30:00.123456Z',
    '2026-03-14T10:30:00,5+0100',
    '2026-03-14T10:30:00-03',
  ])('takes %s', (date) => {
    expect(parseSessionDate(date)).not.toBeNull();
  });

  it.each([
    '',
    '2026-3-14',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-03-14T',
    '2026-03-14T24:00',
    '2026-03-14T10',
    '2026-03-14T10:60',
    '2026-03-14T10:30:60',
    '2026-03-14 10:30',
    '2026-03-14T10:30+24:00',
    '0026-03-14',
    '14.03.2026',
    ' 2026-03-14',
    '2026-03-14\n',
  ])('refuses %j', (date) => {
    expect(parseSessionDate(date)).toBeNull();
  });

  it.each<[string, string | null]>([
    ['2026/3/4', '2026-03-04'],
    ['2026.03.04', '2026-03-04'],
    ['20260304', '2026-03-04'],
    [' 2026-03-04', '2026-03-04'],
    ['2026-03-04 10:30z', '2026-03-04T10:30Z'],
    ['03/04/2026', null],
  ])('suggests for %s: %s', (date, suggestion) => {
    expect(suggestDate(date)).toBe(suggestion);
  });
});

describe('dates in the zone of the lab', () => {
  it.each<[string, string, string]>([
    ['2026-03-14', 'Europe/Berlin', '2026-03-13T23:00:00.000Z'],
    ['2026-07-14T10:30', 'Europe/Berlin', '2026-07-14T08:30:00.000Z'],
    ['2026-07-14T10:30:00.123456', 'UTC', '2026-07-14T10:30:00.123Z'],
    ['2026-07-14T10:30:00Z', 'America/New_York', '2026-07-14T10:30:00.000Z'],
    ['2026-07-14T10:30:00-0330', 'Asia/Kathmandu', '2026-07-14T14:00:00.000Z'],
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
  ])('%s in %s is %s', (date, zone, instant) => {
    expect(dateToPortal(date, zone)).toBe(instant);
  });

  it.each<[string, string, string]>([
    ['2026-07-14T08:30:00Z', 'Europe/Berlin', '2026-07-14T10:30:00+02:00'],
    ['2026-10-25T01:30:00Z', 'Europe/Berlin', '2026-10-25T02:30:00+01:00'],
    ['2026-07-14T08:30:00.120Z', 'America/St_Johns', '2026-07-14T06:00:00.120-02:30'],
    ['2026-07-14T08:30:00Z', 'UTC', '2026-07-14T08:30:00+00:00'],
    ['1850-07-14T08:30:00Z', 'Europe/Berlin', '1850-07-14T08:30:00Z'],
  ])('%s in %s is written %s and read again as the same instant', (instant, zone, written) => {
    expect(isoInZone(Date.parse(instant), zone)).toBe(written);
    expect(Date.parse(dateToPortal(written, zone) ?? '')).toBe(Date.parse(instant));
  });

  it('refuses a zone that does not exist', () => {
    expect(() => dateToPortal('2026-03-14', 'Europe/Atlantis')).toThrow(RangeError);
  });
});

describe('suggest', () => {
  it.each<[string, string[], string | null]>([
    ['ttl_camrea', ['ttl_cue', 'ttl_camera'], 'ttl_camera'],
    ['Cameras', ['cameras'], 'cameras'],
    ['x', ['abc'], null],
    ['', ['a'], null],
    ['expected_fps', ['order', 'description'], null],
    ['a'.repeat(100), ['a'.repeat(99)], null],
  ])('%s of %j: %s', (text, candidates, found) => {
    expect(suggest(text, candidates)).toBe(found);
  });
});
