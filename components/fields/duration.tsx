import type { DurationField } from '@/lib/declare/kinds/duration';
import { writeDuration } from '../ui/duration';
import { always, type FieldParts, type ShowProps } from './field-parts';
import { describeRange, parseRange, rangeConditions, writeRange } from './filter-text';
import { numberOf } from './read-value';

function DurationShow({ value }: ShowProps<DurationField>) {
  const milliseconds = numberOf(value);
  return milliseconds === null ? null : <span className="tabular-nums">{writeDuration(milliseconds)}</span>;
}

export const durationParts: FieldParts<DurationField> = {
  Cell: DurationShow,
  Show: DurationShow,
  toConditions: (name, text) => {
    const range = parseRange(text);
    const isDuration = (part: string | null) => part === null || /^-?\d+$/.test(part);
    return range && isDuration(range.from) && isDuration(range.to) ? rangeConditions(name, range) : [];
  },
  describeFilter: (text) => {
    const written = (part: string | null) =>
      part && (Number.isFinite(Number(part)) ? writeDuration(Number(part)) : part);
    const range = parseRange(text);
    return describeRange((range && writeRange({ from: written(range.from), to: written(range.to) })) ?? text);
  },
  isNumeric: always,
};
