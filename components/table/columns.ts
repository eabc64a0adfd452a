import type { Choice } from '@/lib/declare/field';
import { choice, dateTime, number, reference } from '@/lib/declare/constructors';
import { isNaming } from '@/lib/declare/kinds/inverse';
import type { Field } from '@/lib/declare/model';
import type { ModelView } from '@/lib/declare/view';
import { partsOf } from '../fields';

export type Column = {
  readonly name: string;
  readonly field: Field;
  readonly isListed: boolean;
  readonly isSortable: boolean;
};

const approvals: readonly Choice[] = [
  { code: 'approved', label: 'Approved' },
  { code: 'pending', label: 'Waiting for review' },
  { code: 'rejected', label: 'Rejected' },
];

/** What every record has besides its declared fields, as fields, so that tables and filters treat them alike. */
export const engineFields = {
  number: number({ label: 'Number', unit: null, integer: true, readOnly: true }),
  status: choice({ label: 'Review', choices: approvals, readOnly: true }),
  created_at: dateTime({ label: 'Created', required: true, readOnly: true }),
  updated_at: dateTime({ label: 'Changed', required: true, readOnly: true }),
  created_by: reference({ label: 'Created by', to: 'user', onDelete: 'clear', required: true, readOnly: true }),
  updated_by: reference({ label: 'Changed by', to: 'user', onDelete: 'clear', required: true, readOnly: true }),
} as const;

/** Whether a table beside others has room for a field: what belongs to a record counts only where it is named. */
export const hasCell = (field: Field): boolean => !partsOf(field).isRelated || isNaming(field);

/** The columns that a table of the model can show, the title first. `sortable` names the fields that the server sorts by. */
export function columnsOf(view: ModelView, sortable: readonly string[]): Column[] {
  const declared = Object.entries(view.fields)
    .filter(([, field]) => field.kind !== 'links')
    .map(([name, field]) => ({ name, field, isListed: field.listed === true || name === view.title }));
  const title = declared.filter(({ name }) => name === view.title);
  const others = declared.filter(({ name }) => name !== view.title);
  const engine = [
    ...(view.hasNumber && !('number' in view.fields)
      ? [{ name: 'number', field: engineFields.number, isListed: false }]
      : []),
    ...(view.accessBy === 'catalogue' ? [{ name: 'status', field: engineFields.status, isListed: false }] : []),
    ...(['created_at', 'updated_at', 'created_by', 'updated_by'] as const)
      .filter((name) => !(name in view.fields))
      .map((name) => ({ name, field: engineFields[name], isListed: false })),
  ];
  return [...title, ...others, ...engine].map((column) => ({ ...column, isSortable: sortable.includes(column.name) }));
}

/** The columns that a table of the model shows: the title, then those chosen in their order, else the usual ones. */
export function shownColumns(view: ModelView, sortable: readonly string[], chosen: readonly string[] | null): Column[] {
  const [title, ...others] = columnsOf(view, sortable);
  const shown = chosen
    ? [...new Set(chosen)].flatMap((name) => others.find((column) => column.name === name) ?? [])
    : others.filter(({ isListed }) => isListed);
  return title ? [title, ...shown] : shown;
}
