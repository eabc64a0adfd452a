import type { Field } from '@/lib/declare/model';
import type { Problem } from '@/lib/declare/problem';
import type { NestedErrors } from '../fields/field-parts';
import { listOf, objectOf, textOf } from '../fields/read-value';
import { isSame } from './merge';

/** `cameras[1].ttl_id` as `cameras.1.ttl_id`. */
const dotted = (path: string): string => path.replace(/\[(\d+)\]/g, '.$1').replace(/^\./, '');

/** The id of the control of a field or of something inside it. */
export const controlId = (path: string): string => `field-${dotted(path)}`;

/** The path whose control has this id. */
export const pathOfControl = (id: string): string => id.replace(/^field-/, '');

/** The field that a problem belongs to. */
export const fieldOfPath = (path: string): string => dotted(path).split('.')[0] ?? '';

/** Whether two values of a field agree at a path inside it. Rows that came, went or moved agree nowhere. */
export function isSameInside(path: string, one: unknown, other: unknown): boolean {
  const [, ...inside] = dotted(path).split('.');
  if (inside.length === 0 || listOf(one).length !== listOf(other).length) return false;
  const at = (value: unknown) =>
    inside.reduce<unknown>(
      (within, key) => (Array.isArray(within) ? within[Number(key)] : objectOf(within)[key]),
      value,
    );
  return isSame(at(one), at(other));
}

/** What a problem is about, in words: the field's label, and where it has rows, which one and its column. */
export function labelOfPath(field: Field | undefined, path: string): string {
  const [, row, column] = dotted(path).split('.');
  if (!field || !('columns' in field) || row === undefined) return field?.label ?? path;
  const label = column === undefined ? '' : textOf(objectOf(objectOf(field.columns)[column]).label);
  return [field.label, String(Number(row) + 1), label].filter(Boolean).join(', ');
}

/** Ids at which a problem may be shown, the nearest first: the cell, its row, its field. */
export function controlIdsOf(path: string): string[] {
  const parts = dotted(path).split('.');
  return parts.map((_, index) => `field-${parts.slice(0, parts.length - index).join('.')}`);
}

/** The messages of one field: those for itself, and those for what is inside it by the rest of their path. */
export function problemsOfField(problems: readonly Problem[], name: string): { own: string[]; nested: NestedErrors } {
  const own: string[] = [];
  const nested: Record<string, string[]> = {};
  for (const { path, message } of problems) {
    const [head, ...rest] = dotted(path).split('.');
    if (head !== name) continue;
    if (rest.length === 0) own.push(message);
    else (nested[rest.join('.')] ??= []).push(message);
  }
  return { own, nested };
}
