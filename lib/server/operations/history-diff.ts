import 'server-only';
import type { ChangedField } from '@/lib/declare/history';
import { kindOf } from '@/lib/declare/kinds';
import type { Field, Model } from '@/lib/declare/model';
import { isEmpty } from '@/lib/declare/parse';
import { linkedModel } from '../queries/titles';
import { stable } from './stable-json';

export type Snapshot = Readonly<Record<string, unknown>> | null;
/** Whether the reader may see a record. */
export type IsVisible = (model: string, id: string) => boolean;

/** What a person tells by a change: no lists of what points here, nothing that follows from other fields. */
export function isTold(field: Field): boolean {
  const storage = kindOf(field).storage(field);
  if (field.internal || !['column', 'link', 'grants'].includes(storage.shape)) return false;
  // The groups of a personal attribute are in its access list too.
  if (storage.shape === 'grants' && storage.as === 'ids') return false;
  // The system keeps an account beside a name and a version beside details; the entries of a log are written by people.
  return !field.readOnly || (storage.shape === 'column' && storage.bind === 'json');
}

/** Nothing and an empty text, list or object are the same to a reader. */
const isNothing = (value: unknown): boolean =>
  isEmpty(value) || value === false || (isPlain(value) && Object.keys(value).length === 0);

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names of the fields that differ between two states of a record. */
export function changedNames(model: Model, before: Snapshot, after: Snapshot): string[] {
  return Object.entries(model.fields).flatMap(([name, field]) => {
    if (!isTold(field)) return [];
    const [was, is] = [before?.[name], after?.[name]];
    return (isNothing(was) && isNothing(is)) || stable(was) === stable(is) ? [] : [name];
  });
}

/** Only what differs of two lists or two objects; other values whole. A list in another order is told whole. */
export function narrowed(before: unknown, after: unknown): [unknown, unknown] {
  if (Array.isArray(before) && Array.isArray(after)) {
    const [was, is] = [new Set(before.map(stable)), new Set(after.map(stable))];
    const [gone, come] = [before.filter((one) => !is.has(stable(one))), after.filter((one) => !was.has(stable(one)))];
    return gone.length + come.length === 0 ? [before, after] : [gone, come];
  }
  if (!isPlain(before) || !isPlain(after)) return [before, after];
  const differs = (key: string) => stable(before[key]) !== stable(after[key]);
  const only = (value: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(value).filter(([key]) => differs(key)));
  return [only(before), only(after)];
}

/** The changes between two states of a record as a reader may see them: what differs of lists and objects, or all of them. */
export function changesOf(
  model: Model,
  before: Snapshot,
  after: Snapshot,
  isVisible: IsVisible,
  { isWhole = false } = {},
): ChangedField[] {
  return changedNames(model, before, after).flatMap((name) => {
    const field = model.fields[name];
    if (!field) return [];
    const values: [unknown, unknown] = [before?.[name] ?? null, after?.[name] ?? null];
    const [was, is] = isWhole ? values : narrowed(...values);
    const [shownWas, shownIs] = [shownTo(field, was, isVisible), shownTo(field, is, isVisible)];
    const by = 'by' in field && typeof field.by === 'string' ? field.by : null;
    return [
      {
        name,
        before: shownWas.value,
        after: shownIs.value,
        isBeforeHidden: shownWas.isHidden,
        isAfterHidden: shownIs.isHidden,
        beside: {
          before: by ? { [by]: (before ?? after)?.[by] } : {},
          after: by ? { [by]: (after ?? before)?.[by] } : {},
        },
      },
    ];
  });
}

/** A value without the ids of what the reader can't see, and whether there were any. */
function shownTo(field: Field, value: unknown, isVisible: IsVisible): { value: unknown; isHidden: boolean } {
  const target = linkedModel(field);
  if (!target || isNothing(value)) return { value, isHidden: false };
  const seen = (id: unknown) => isVisible(target, String(id));
  if (!Array.isArray(value)) return seen(value) ? { value, isHidden: false } : { value: null, isHidden: true };
  const shown = value.filter(seen);
  return { value: shown, isHidden: shown.length < value.length };
}
