import { describe, expect, it } from 'vitest';
import { nameStem, nextSessionName } from './session-name';
import { stampOf } from './session-stamp';

const yesterday = { day: '2026-11-25', time: '143000' };
const today = { day: '2026-11-26', time: '090500' };
const next = (name: string, others: string[] = [], subject: string | null = 'mouse07', to: string | null = subject) =>
  nextSessionName({ name, stamp: yesterday, subject }, { stamp: today, subject: to }, others);

describe('nextSessionName', () => {
  it.each([
    ['mouse07_2026-11-25_s01', 'mouse07_2026-11-26_s01'],
    ['mouse07_20261125_01', 'mouse07_20261126_01'],
    ['261125_mouse07', '261126_mouse07'],
    ['mouse07 25.11.2026', 'mouse07 26.11.2026'],
    ['mouse07_25-11-2026_run-1', 'mouse07_26-11-2026_run-1'],
    ['mouse07_2026_11_25_000', 'mouse07_2026_11_26_000'],
    ['sub-mouse07_ses-20261125T143000', 'sub-mouse07_ses-20261126T090500'],
    ['20261125143000', '20261126090500'],
    ['mouse07_2026-11-25_14-30-00', 'mouse07_2026-11-26_09-05-00'],
    ['mouse07_2026-11-25_1430_s1', 'mouse07_2026-11-26_0905_s1'],
    ['s01_2026-11-25_mouse07', 's01_2026-11-26_mouse07'],
  ])('follows the day and the time: %s', (name, expected) => expect(next(name)).toBe(expected));

  it.each([
    ['Session-000101', 'Session-000102'],
    ['mouse07_s09', 'mouse07_s10'],
    ['mouse07-99', 'mouse07-100'],
    ['mouse07 day 3', 'mouse07 day 4'],
    ['mouse07_rec3_probe2', 'mouse07_rec4_probe2'],
    ['mouse07_s3_5mg', 'mouse07_s4_5mg'],
    ['mouse07_s3_0.5', 'mouse07_s4_0.5'],
    ['Training12', 'Training13'],
  ])('counts on where there is no day: %s', (name, expected) => expect(next(name)).toBe(expected));

  it.each([
    ['mouse07', 'mouse07_02'],
    ['Baseline recording', 'Baseline recording 02'],
    ['mouse07-baseline', 'mouse07-baseline-02'],
  ])('gives a number to a name that is taken: %s', (name, expected) => expect(next(name)).toBe(expected));

  it('takes the subject’s digits for no number', () => {
    expect(next('07_3', [], '07')).toBe('07_4');
    expect(next('3_M072', [], 'M072')).toBe('4_M072');
    expect(next('M0721', [], 'M072')).toBe('M0722');
  });

  it('starts again each day where the names do so', () => {
    expect(next('mouse07_2026-11-25_s03', ['mouse07_2026-11-25_s01', 'mouse07_2026-11-25_s02'])).toBe(
      'mouse07_2026-11-26_s01',
    );
    expect(next('mouse07_2026-11-25_s02', ['mouse07_2026-11-24_s02'])).toBe('mouse07_2026-11-26_s01');
  });

  it('runs on over the days where the names do so', () => {
    expect(next('mouse07_2026-11-25_s03')).toBe('mouse07_2026-11-26_s04');
    expect(next('mouse07_2026-11-25_s12', ['mouse07_2026-11-24_s11', 'mouse07_2026-11-23_s10'])).toBe(
      'mouse07_2026-11-26_s13',
    );
    expect(next('s12_2026-11-25', ['s11_2026-11-24', 's14_2026-11-20'])).toBe('s15_2026-11-26');
  });

  it('goes on after what exists already today', () => {
    expect(next('mouse07_2026-11-25_01', ['mouse07_2026-11-26_01', 'mouse07_2026-11-26_02'])).toBe(
      'mouse07_2026-11-26_03',
    );
    expect(next('mouse07_2026-11-25', ['mouse07_2026-11-26'])).toBe('mouse07_2026-11-26_02');
    expect(next('mouse07_2026-11-25', ['mouse07_2026-11-26', 'mouse07_2026-11-26_02'])).toBe('mouse07_2026-11-26_03');
  });

  it('on the same day is the next', () => {
    const like = { name: 'mouse07_2026-11-26_s01', stamp: today, subject: 'mouse07' };
    expect(nextSessionName(like, { stamp: today, subject: 'mouse07' }, [])).toBe('mouse07_2026-11-26_s02');
  });

  it('reads a day that is not that of the onset, and names of sessions without one', () => {
    expect(next('mouse07_2026-11-24_01')).toBe('mouse07_2026-11-26_01');
    const like = { name: 'mouse07_20261124_01', stamp: null, subject: 'mouse07' };
    expect(nextSessionName(like, { stamp: today, subject: 'mouse07' }, [])).toBe('mouse07_20261126_01');
  });

  it('takes a long number for no day', () => expect(next('rig_20269999')).toBe('rig_20270000'));

  it('is called after another subject, whose own names count', () => {
    expect(next('mouse07_2026-11-25_01', [], 'mouse07', 'mouse08')).toBe('mouse08_2026-11-26_01');
    expect(next('mouse07_s09', ['mouse08_s04'], 'mouse07', 'mouse08')).toBe('mouse08_s05');
    expect(next('mouse07_s09', [], 'mouse07', 'mouse08')).toBe('mouse08_s01');
  });

  it('never answers a name that is taken', () => {
    const names = ['mouse07_2026-11-25_s01'];
    for (let count = 1; count < 20; count++) {
      const name = next('mouse07_2026-11-25_s01', names);
      expect(names).not.toContain(name);
      names.push(name);
    }
  });

  it('knows the characters of regular expressions for letters', () =>
    expect(next('a(b)+[c]_2026-11-25_1', [], 'a(b)+')).toBe('a(b)+[c]_2026-11-26_1'));
});

it('says what the names of a pattern begin with', () => {
  const like = { name: 'mouse07_2026-11-25_s03', stamp: yesterday, subject: 'mouse07' };
  expect(nameStem(like)).toBe('mouse07_');
  expect(nameStem(like, 'M8')).toBe('M8_');
  expect(nameStem({ ...like, name: '261125_x' })).toBe('');
});

it('reads an instant on the laboratory’s clock', () => {
  expect(stampOf('2026-11-25T23:30:05Z', 'Europe/Berlin')).toEqual({ day: '2026-11-26', time: '003005' });
  expect(stampOf(null, 'UTC')).toBeNull();
});
