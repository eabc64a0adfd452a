import type { Field } from '@/lib/declare/model';
import { partsOf } from '../fields';
import type { Showing } from '../fields/field-parts';

interface ShownValueProps {
  field: Field;
  value: unknown;
  /** What stands beside it in the record: the type of typed details. */
  record: Readonly<Record<string, unknown>>;
  showing: Showing;
  /** There was a link to a record that the reader can't see. */
  isHidden?: boolean;
}

const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** A value of the past by its kind; nothing is said, not left blank. */
export function ShownValue({ field, value, record, showing, isHidden = false }: ShownValueProps) {
  const { Show } = partsOf(field);
  const hidden = isHidden ? <span className="text-muted-foreground">a record you can’t see</span> : null;
  if (isNothing(value)) return hidden ?? <span className="text-muted-foreground">nothing</span>;
  return (
    <>
      <Show field={field} value={value} record={record} showing={showing} />
      {hidden ? <>, {hidden}</> : null}
    </>
  );
}
