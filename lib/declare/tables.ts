import { kindOf } from './kinds';
import { isGrants, isReferences, type Field, type Model } from './model';

/** The table of a model. */
export const tableOf = (model: Model): string => model.name;

/** The column of a field that is kept in one; a reference's ends in `_id`. */
export function columnOf(name: string, field: Field): string {
  if (field.column) return field.column;
  const storage = kindOf(field).storage(field);
  return storage.shape === 'column' && storage.read === 'reference' ? `${name}_id` : name;
}

/** The table that links a record (`source_id`) to those in one of its lists of references (`target_id`). */
export const linkTableOf = (model: Model, field: string): string => `${model.name}_${field}`;

/** Grants as they were given: (record_id, user_id or group_id, level). */
export const grantTableOf = (model: Model): string => `${model.name}_grant`;

/** The highest level of every user, kept by triggers: (user_id, record_id, level). */
export const accessTableOf = (model: Model): string => `${model.name}_access`;

/** Whether records of the model carry an access list. */
export const hasGrants = (model: Model): boolean => Object.values(model.fields).some(isGrants);

/** Whether groups may be on that list too. */
export const grantsToGroups = (model: Model): boolean =>
  Object.values(model.fields).some((field) => isGrants(field) && field.to === 'group');

/** The list of references through which access comes, with its name, when that is a list. */
export function scopeLink(model: Model): { name: string; to: string } | null {
  if (model.access.by !== 'via') return null;
  const { field: name } = model.access;
  const field = model.fields[name];
  return field && isReferences(field) ? { name, to: field.to } : null;
}
