import { kindOf } from '@/lib/declare/kinds';
import type { AnyRecord, Field } from '@/lib/declare/model';
import type { ModelView } from '@/lib/declare/view';
import { partsOf } from '../fields';
import type { Showing } from '../fields/field-parts';
import type { Column } from './columns';
import { titleIn } from './record-cells';

/** A value in one line of text, as people read it. */
export const textOfValue = (field: Field, value: unknown, showing: Showing): string =>
  value === null || value === undefined
    ? ''
    : (partsOf(field).toText?.(value, field, showing) ?? kindOf(field).toCell(value, field));

/** The heading of each column in a table file, with its unit or zone. */
export const headingsOf = (columns: readonly Column[], showing: Showing): string[] =>
  columns.map(({ field }) => {
    const note = partsOf(field).textNote?.(field, showing);
    return note ? `${field.label} (${note})` : field.label;
  });

/** The cells of one row of a table file. The first names the record, so it always says something. */
export const textsOf = (view: ModelView, columns: readonly Column[], record: AnyRecord, showing: Showing): string[] =>
  columns.map(({ name, field }, index) => {
    const text = textOfValue(field, record[name], showing);
    return index === 0 && text === '' ? titleIn(showing, view, record) : text;
  });
