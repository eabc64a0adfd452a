import type { DurationField } from '@/lib/declare/kinds/duration';
import { writeDuration } from '../ui/duration';
import { DurationInput } from '../ui/duration-input';
import type { FieldParts, InputProps, ShowProps } from './field-parts';
import { numberOf } from './read-value';

const DurationFieldInput = ({ value, onChange, id }: InputProps<DurationField>) => (
  <DurationInput id={id} value={numberOf(value)} onChange={onChange} allowNegative className="max-w-48" />
);

function DurationShow({ value }: ShowProps<DurationField>) {
  const milliseconds = numberOf(value);
  return milliseconds === null ? null : <span className="tabular-nums">{writeDuration(milliseconds)}</span>;
}

export const durationParts: FieldParts<DurationField> = {
  Input: DurationFieldInput,
  Cell: DurationShow,
  Show: DurationShow,
  isNumeric: true,
};
