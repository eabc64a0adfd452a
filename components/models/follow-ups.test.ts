import { expect, it } from 'vitest';
import { followUp } from './follow-ups';

const died = (
  date: string | null,
  status: string,
  before: string | null = null,
  first = 'active',
  firstDate: string | null = null,
) => followUp('subject', 'death_date', date, { death_date: before, status }, { status: first, death_date: firstDate });

it('sets the status with the date of death, and takes it back with it', () => {
  expect(died('2026-11-27', 'active')).toEqual({ status: 'deceased' });
  expect(died('2026-11-27', 'transferred')).toEqual({});
  expect(died(null, 'deceased', '2026-11-27', 'planned')).toEqual({ status: 'planned' });
  expect(died(null, 'deceased', '2026-11-27', 'deceased', '2026-11-27')).toEqual({ status: 'active' });
  expect(died(null, 'deceased', '2026-11-27', 'deceased')).toEqual({ status: 'deceased' });
  expect(died(null, 'deceased')).toEqual({});
  expect(died(null, 'transferred', '2026-11-27')).toEqual({});
});

it('leaves every other field alone', () => expect(followUp('session', 'name', 'A', {}, {})).toEqual({}));
