import { numberOf, textOf } from '@/components/fields/read-value';
import { writeDuration } from '@/components/ui/duration';
import type { Span } from './span';

const clock = (value: unknown): string | null => {
  const time = numberOf(value);
  return time === null ? null : writeDuration(time);
};

/** The times of an epoch that has both; null where one is open. */
export function spanOfEpoch(epoch: Readonly<Record<string, unknown>> | undefined): Span | null {
  const [start, end] = [numberOf(epoch?.start), numberOf(epoch?.end)];
  return start === null ? null : { start, end: Math.max(end ?? start, start) };
}

/** `Task, 00:05:00 to 00:55:00, 00:50:00 long`, with what else there is to say of it. */
export function describeEpoch(epoch: Readonly<Record<string, unknown>>, more: readonly string[] = []): string {
  const span = spanOfEpoch(epoch);
  const [start, end] = [clock(epoch.start), clock(epoch.end)];
  const times =
    !span || !start
      ? ['without a start']
      : end
        ? [`${start} to ${end}`, `${writeDuration(span.end - span.start)} long`]
        : [`from ${start}, its end open`];
  return [textOf(epoch.name) || 'No name', ...times, ...more].join(', ');
}
