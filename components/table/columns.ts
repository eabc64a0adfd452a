import type { Choice } from '@/lib/declare/field';
import { choice, dateTime, number } from '@/lib/declare/constructors';
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
  created_at: dateTime({ label: 'Created', readOnly: true }),
  updated_at: dateTime({ label: 'Changed', readOnly: true }),
} as const;

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
    { name: 'created_at', field: engineFields.created_at, isListed: false },
    { name: 'updated_at', field: engineFields.updated_at, isListed: false },
  ];
  return [...title, ...others, ...engine].map((column) => ({ ...column, isSortable: sortable.includes(column.name) }));
}

/** The filter fields of a model: those declared, and when a record was created and changed. */
export function filterFieldsOf(view: ModelView): [string, Field][] {
  const declared = Object.entries(view.fields).filter(([, field]) => field.filter && partsOf(field).Filter);
  return [...declared, ['created_at', engineFields.created_at], ['updated_at', engineFields.updated_at]];
}

/** The field that a filter in the address names, if it can be filtered by. */
export function filterFieldNamed(view: ModelView, name: string): Field | null {
  const field = Object.hasOwn(view.fields, name)
    ? view.fields[name]
    : name === 'created_at' || name === 'updated_at'
      ? engineFields[name]
      : undefined;
  return field && partsOf(field).toCondition ? field : null;
}
