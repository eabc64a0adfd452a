import { textOf } from '../fields/read-value';

type Values = Readonly<Record<string, unknown>>;
/** What else changes with a field: given its new value, what the form holds, and what it began with. */
type FollowUp = (value: unknown, values: Values, base: Values) => Values;

const followUps: Readonly<Record<string, Readonly<Record<string, FollowUp>>>> = {
  subject: {
    /** Who gives the day of a death need not say that it is dead. */
    death_date(date, { death_date: before, status }, base) {
      if (textOf(date) !== '') return status === 'transferred' ? {} : { status: 'deceased' };
      if (textOf(before) === '' || status !== 'deceased') return {};
      // One that was known to be dead without a day stays so.
      const wasDated = base.status === 'deceased' && textOf(base.death_date) !== '';
      return { status: wasDated ? 'active' : base.status };
    },
  },
};

/** The other fields of a form that change with one, so that nobody types what follows. Nothing for most. */
export const followUp = (model: string, name: string, value: unknown, values: Values, base: Values): Values =>
  followUps[model]?.[name]?.(value, values, base) ?? {};
