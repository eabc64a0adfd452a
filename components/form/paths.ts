import type { Problem } from '@/lib/declare/problem';
import type { NestedErrors } from '../fields/field-parts';

/** `cameras[1].ttl_id` as `cameras.1.ttl_id`. */
const dotted = (path: string): string => path.replace(/\[(\d+)\]/g, '.$1').replace(/^\./, '');

/** The id of the control of a field or of something inside it. */
export const controlId = (path: string): string => `field-${dotted(path)}`;

/** The field that a problem belongs to. */
export const fieldOfPath = (path: string): string => dotted(path).split('.')[0] ?? '';

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
