import { kindOf } from './kinds';
import type { ChangeableField, FieldOperation, HoldingList, PartsField } from './many-changes';
import { isInverse, type Field, type Model } from './model';
import { isEmpty } from './parse';
import { scopeLink } from './tables';

/** Whether records of the model can be changed in a list: views and accounts have ways of their own. */
export const areChangeable = (model: Model): boolean => !model.view && !model.readOnly && model.name !== 'user';

/** Whether there are several values under a field, each of which can be added or removed. */
export const isList = (field: Field): boolean => {
  const storage = kindOf(field).storage(field);
  return storage.shape === 'link' || (storage.shape === 'column' && storage.prisma === 'String[]');
};

/** The field through which records are seen, where another project (setup, inventory) can take them. */
export function movingField(
  model: Model,
  all: readonly Model[],
): { readonly name: string; readonly field: Field; readonly to: Model } | null {
  if (!areChangeable(model) || model.access.by !== 'via') return null;
  const { field: name } = model.access;
  const field = model.fields[name];
  if (!field || !('to' in field) || field.fixed || field.readOnly) return null;
  const to = all.find((one) => one.name === field.to);
  return to?.access.by === 'grants' ? { name, field, to } : null;
}

/** The words that all kinds of records share (lib/models/shared.ts). */
const tagsName = 'tags';

/** The fields that can be changed in many records at once; who sees them is decided elsewhere. */
export function changeableFields(model: Model): ChangeableField[] {
  if (!areChangeable(model)) return [];
  const names = model.layout.flatMap(({ fields }) => fields);
  return names.flatMap((name): ChangeableField[] => {
    const field = model.fields[name];
    if (!field || isKeptApart(model, name, field)) return [];
    const storage = kindOf(field).storage(field);
    const isLink = storage.shape === 'link' || (storage.shape === 'column' && storage.read === 'reference');
    return [
      {
        name,
        field,
        kind: isLink ? 'link' : name === tagsName ? 'tags' : 'value',
        operations: operationsOf(field),
      },
    ];
  });
}

/** What belongs to one record alone, follows from another field or decides who sees it. */
function isKeptApart(model: Model, name: string, field: Field): boolean {
  const kind = kindOf(field);
  const { shape } = kind.storage(field);
  if (field.readOnly || field.internal || field.fixed || (shape !== 'column' && shape !== 'link')) return true;
  const isAccess = name === 'is_public' || (model.access.by === 'via' && model.access.field === name);
  const isFile = kind.files !== undefined && !kind.isHtml;
  return isAccess || isFile || 'by' in field || isNameOfOne(model, name, field);
}

/** What one record is called; many are called alike by a type. */
const isNameOfOne = (model: Model, name: string, field: Field): boolean =>
  name === model.title && field.required === true && kindOf(field).searchable;

function operationsOf(field: Field): FieldOperation[] {
  const canBeNothing = !field.required && isEmpty(kindOf(field).empty(field));
  return [...(isList(field) ? (['add', 'remove'] as const) : []), 'set', ...(canBeNothing ? (['clear'] as const) : [])];
}

/** The fields with parts that need no more than the record and what they are about. */
export function partsFields(model: Model, all: readonly Model[]): PartsField[] {
  if (!areChangeable(model)) return [];
  return Object.entries(model.fields).flatMap(([name, field]): PartsField[] => {
    if (!isInverse(field) || !field.leadsTo) return [];
    const { of, by, label, leadsTo } = field;
    const part = all.find((one) => one.name === of);
    const needed = Object.entries(part?.fields ?? {}).flatMap(([key, one]) => (one.required ? [key] : []));
    const isEnough = needed.every((key) => key === by || key === leadsTo.by);
    return part && areChangeable(part) && isEnough
      ? [{ name, label, of, by, leadsBy: leadsTo.by, to: leadsTo.to }]
      : [];
  });
}

/** The lists of other models in which records of this one stand, of those with pages of their own. */
export function holdingLists(model: Model, all: readonly Model[]): HoldingList[] {
  if (!areChangeable(model)) return [];
  return all.flatMap((other) =>
    other.nav === null
      ? []
      : changeableFields(other)
          .filter(({ field, kind }) => kind === 'link' && isList(field) && 'to' in field && field.to === model.name)
          .map(({ name }) => ({ model: other.name, field: name, label: other.labelPlural })),
  );
}

/** The fields of a record's parts that link what belongs to projects as the record does: the subjects of a session. */
export function alongFields(
  model: Model,
  all: readonly Model[],
): { part: Model; by: string; name: string; to: string }[] {
  const scope = scopeLink(model);
  if (!scope) return [];
  const isShared = (other: Model | undefined) => other !== undefined && scopeLink(other)?.to === scope.to;
  return all.flatMap((part) => {
    const by = part.access.by === 'via' ? part.access.field : '';
    const parent = part.fields[by];
    if (!parent || !('to' in parent) || parent.to !== model.name) return [];
    return Object.entries(part.fields).flatMap(([name, field]) =>
      name !== by &&
      'to' in field &&
      kindOf(field).storage(field).shape !== 'inverse' &&
      isShared(all.find((one) => one.name === field.to))
        ? [{ part, by, name, to: String(field.to) }]
        : [],
    );
  });
}
