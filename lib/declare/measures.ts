import { entryTime } from '@/lib/vocabularies/entry-time';
import type { LifeLog, SubjectLife } from './subject-life';

/** The log of weights, and those of what is withheld. Here and not beside all types, which a page would send to the browser. */
export const weightType = 'Weighing';
export const restrictionTypes: readonly string[] = ['WaterDeprivation', 'FoodDeprivation'];

/** Whether a type of log tells the weight of a body, which changes little from day to day and has a baseline. */
export const isWeight = ({ code }: { readonly code: string }): boolean => code === weightType;

export type Measure = { readonly at: string; readonly value: number };

const factors: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  g: { kg: 1000, g: 1, mg: 1e-3, µg: 1e-6 },
  mL: { L: 1000, mL: 1, µL: 1e-3, nL: 1e-6, pL: 1e-9 },
};

/** A quantity in a unit of its kind; null for what is none or can't be told in it. */
export function inUnit(quantity: unknown, unit: string): number | null {
  if (typeof quantity !== 'object' || quantity === null || !('value' in quantity) || !('unit' in quantity)) return null;
  const factor = quantity.unit === unit ? 1 : factors[unit]?.[String(quantity.unit)];
  // Not 0.30000000000000004 mL of 300 µL.
  return typeof quantity.value === 'number' && factor !== undefined
    ? Number((quantity.value * factor).toPrecision(12))
    : null;
}

/** The units that an amount in this one can also be told in, the largest first. */
export const unitsLike = (unit: string): string[] => Object.keys(factors[unit] ?? { [unit]: 1 });

/** The values of one kind of log over all logs of that kind, the oldest first. */
export function measuresOf(logs: readonly LifeLog[], type: string, key: string, unit: string): Measure[] {
  return logs
    .filter((log) => log.type === type)
    .flatMap(({ entries }) =>
      entries.flatMap((entry) => {
        const value = inUnit(entry.details[key], unit);
        return value === null ? [] : [{ at: entryTime(entry), value }];
      }),
    )
    .toSorted(byTime);
}

const byTime = (a: Measure, b: Measure) => (a.at < b.at ? -1 : 1);

/** Every weight that is known, in grams: from the weighing logs and from the sessions. */
export function weightsOf({ logs, sessions }: Pick<SubjectLife, 'logs' | 'sessions'>): Measure[] {
  const inSessions = sessions.flatMap(({ date_time: at, weight }) =>
    at !== null && weight !== null ? [{ at, value: weight }] : [],
  );
  return [...measuresOf(logs, weightType, 'weight', 'g'), ...inSessions].toSorted(byTime);
}

/** Until then an animal has lost nothing to a restriction that has just begun. */
const dayMilliseconds = 86_400_000;

/** What an animal weighed last before water or food was first withheld, or on that day; null where that can't be told. */
export function baselineOf(logs: readonly LifeLog[], weights: readonly Measure[]): Measure | null {
  const begins = logs
    .filter(({ type }) => restrictionTypes.includes(type))
    .flatMap(({ entries }) => entries.map(entryTime))
    .toSorted();
  const [first] = begins;
  if (!first) return null;
  const until = new Date(Date.parse(first) + dayMilliseconds).toISOString();
  return weights.findLast(({ at }) => at <= first) ?? weights.find(({ at }) => at > first && at <= until) ?? null;
}

/** Shares of its baseline, in percent: below the first an animal under restriction is looked after; beyond the others one looks again. */
const [lowShare, leastShare, mostShare] = [85, 60, 160];

export type BaselineShare = { readonly percent: number; readonly verdict: 'fine' | 'low' | 'doubtful' };

/** What a weight is of the baseline. A share that no animal reaches is a slip of the pen rather than a weight. */
export function shareOfBaseline(weight: number, baseline: number): BaselineShare | null {
  if (!(baseline > 0)) return null;
  const share = (100 * weight) / baseline;
  const verdict = share < leastShare || share > mostShare ? 'doubtful' : share < lowShare ? 'low' : 'fine';
  return { percent: Math.round(share), verdict };
}
