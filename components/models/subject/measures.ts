import type { LifeLog } from '@/lib/declare/subject-life';
import { entryTime } from '@/lib/vocabularies/check-entry';

export type Measure = { readonly at: string; readonly value: number };

const factors: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  g: { kg: 1000, g: 1, mg: 1e-3, µg: 1e-6 },
  mL: { L: 1000, mL: 1, µL: 1e-3, nL: 1e-6, pL: 1e-9 },
};

/** A quantity in a unit of its kind; null for what is none or can't be told in it. */
export function inUnit(quantity: unknown, unit: 'g' | 'mL'): number | null {
  if (typeof quantity !== 'object' || quantity === null || !('value' in quantity) || !('unit' in quantity)) return null;
  const factor = factors[unit]?.[String(quantity.unit)];
  // Not 0.30000000000000004 mL of 300 µL.
  return typeof quantity.value === 'number' && factor !== undefined
    ? Number((quantity.value * factor).toPrecision(12))
    : null;
}

/** The values of one kind of log over all logs of that kind, the oldest first. */
export function measuresOf(logs: readonly LifeLog[], type: string, key: string, unit: 'g' | 'mL'): Measure[] {
  return logs
    .filter((log) => log.type === type)
    .flatMap(({ entries }) =>
      entries.flatMap((entry) => {
        const value = inUnit(entry.details[key], unit);
        return value === null ? [] : [{ at: entryTime(entry), value }];
      }),
    )
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

/** What an animal weighed last before water or food was first withheld; null where that can't be told. */
export function baselineOf(logs: readonly LifeLog[], weights: readonly Measure[]): Measure | null {
  const begins = logs
    .filter(({ type }) => type === 'WaterDeprivation' || type === 'FoodDeprivation')
    .flatMap(({ entries }) => entries.map(entryTime))
    .toSorted();
  const [first] = begins;
  return first ? (weights.findLast(({ at }) => at <= first) ?? null) : null;
}
