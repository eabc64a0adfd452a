import type { ReactNode } from 'react';
import type { AnyRecord, Field } from '@/lib/declare/model';
import type { ModelView } from '@/lib/declare/view';
import { partsOf } from '../fields';
import type { Showing } from '../fields/field-parts';
import { overridesOf } from '../models/overrides';
import { toMinute } from './to-minute';
import { engineFields, type Column } from './columns';

interface CellOptions {
  view: ModelView;
  column: Column;
  /** The first column carries the link to the record, so it always says something. */
  isFirst: boolean;
  record: AnyRecord;
  showing: Showing;
}

/** A cell, drawn; null where there is nothing. */
export function cellOf({ view, column: { name, field }, isFirst, record, showing }: CellOptions): ReactNode {
  const { Cell: Derived, isRelated } = partsOf(field);
  const Cell = overridesOf(view.name).shows?.[name] ?? Derived;
  const value = name in engineFields ? minuteOf(record[name]) : record[name];
  const isNothing =
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0 && !isRelated);
  // A link in a link is none: what is called after another record shows only its title.
  if (isFirst && (isNothing || 'to' in field))
    return titleOfLink(field, value, showing) ?? titleIn(showing, view, record);
  return isNothing ? null : <Cell field={field} value={value} record={record} showing={showing} />;
}

/** What a record is called, from the titles loaded; at worst its kind. */
export const titleIn = (showing: Showing, view: ModelView, record: AnyRecord): string =>
  showing.titles[view.name]?.[String(record.id)] ?? view.label;

const minuteOf = (value: unknown): unknown => (typeof value === 'string' ? toMinute(value) : value);

const titleOfLink = (field: Field, value: unknown, showing: Showing): string | undefined =>
  'to' in field ? showing.titles[String(field.to)]?.[String(value)] : undefined;
