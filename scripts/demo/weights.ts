import { chance } from './random';

type Animal = { readonly name: string; readonly sex: 'F' | 'M'; readonly birth_date: string };

const dayMs = 86_400_000;
/** Grams of a grown animal, and the days in which it gains two thirds of them. */
const grown = { mouse: { M: 29, F: 23, days: 30 }, rat: { M: 440, F: 280, days: 45 } };
/** What animals under water restriction keep of it. */
const restricted = 0.86;

/** The weight of an animal on a date, in grams; the same whenever it is asked for. */
export function weightOn({ name, sex, birth_date }: Animal, date: string, isRestricted: boolean): number {
  const { days, ...adult } = name.startsWith('R') ? grown.rat : grown.mouse;
  const age = (Date.parse(date) - Date.parse(birth_date)) / dayMs;
  const own = chance(Number(name.slice(1))).integer(-40, 40) / 1000;
  const daily = chance(Number(name.slice(1)) * 100_000 + Math.floor(Date.parse(date) / dayMs)).integer(-12, 12) / 1000;
  const grams = adult[sex] * (1 - Math.exp(-age / days)) * (1 + own + daily) * (isRestricted ? restricted : 1);
  return Math.round(grams * 10) / 10;
}

/** Whether the animals of a project get water in the task. */
export const isRestricted = (project: string): boolean =>
  ['project:whisker', 'project:dopamine', 'project:context'].includes(project);
