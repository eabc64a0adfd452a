import 'server-only';
import type { PlannedField } from '@/lib/declare/history';
import { kindOf } from '@/lib/declare/kinds';
import type { AnyRecord, Field, Model } from '@/lib/declare/model';
import { isEmpty } from '@/lib/declare/parse';
import { linkedModel } from '../queries/titles';
import { changedNames, type IsVisible, type Snapshot } from './history-diff';
import { stable } from './stable-json';

/** Access is changed on its own page, where it asks; what is fixed or read-only no write can set. */
export const isUndoable = (field: Field): boolean => {
  const { shape } = kindOf(field).storage(field);
  return !field.readOnly && !field.fixed && !field.internal && (shape === 'column' || shape === 'link');
};

/** What setting back a change would do to the record as it is now. */
export function planUndo(
  model: Model,
  change: { readonly before: Snapshot; readonly after: Snapshot },
  current: AnyRecord,
  isVisible: IsVisible,
): PlannedField[] {
  return changedNames(model, change.before, change.after).flatMap((name) => {
    const field = model.fields[name];
    if (!field || !isUndoable(field)) return [];
    const [before, after, now] = [change.before?.[name], change.after?.[name], current[name]];
    const isList = kindOf(field).storage(field).shape === 'link';
    const { next, isWhole } = isList
      ? linksBefore(idsOf(before), idsOf(after), idsOf(now))
      : { next: before ?? null, isWhole: stable(now) === stable(after) };
    return [planned(field, name, now, next, isWhole, isVisible)];
  });
}

/** What making the record as it was in an earlier version would do to it now. */
export function planRestore(model: Model, version: Snapshot, current: AnyRecord, isVisible: IsVisible): PlannedField[] {
  return changedNames(model, current, version).flatMap((name) => {
    const field = model.fields[name];
    // A field that was declared later is not in old versions.
    if (!field || !isUndoable(field) || !version || !(name in version)) return [];
    return [planned(field, name, current[name], version[name], true, isVisible)];
  });
}

/**
 * Links are set back one by one: what the write added goes, what it took away comes back. So links that others have made
 * since stay, and so do those that the writer could not see. Only another order is set back as a whole.
 */
function linksBefore(before: readonly string[], after: readonly string[], now: readonly string[]) {
  if (stable(now) === stable(after)) return { next: [...before], isWhole: true };
  const added = after.filter((id) => !before.includes(id));
  const taken = before.filter((id) => !after.includes(id));
  if (added.length + taken.length === 0) return { next: [...before], isWhole: false };
  return {
    next: [...now.filter((id) => !added.includes(id)), ...taken.filter((id) => !now.includes(id))],
    isWhole: added.every((id) => now.includes(id)) && !taken.some((id) => now.includes(id)),
  };
}

const idsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

function planned(
  field: Field,
  name: string,
  now: unknown,
  next: unknown,
  isUntouched: boolean,
  isVisible: IsVisible,
): PlannedField {
  const target = linkedModel(field);
  const ids = target && !isEmpty(next) ? [next].flat().map(String) : [];
  const seen = ids.filter((id) => target && isVisible(target, id));
  // Of a list the part that the person sees can be set back.
  const value = Array.isArray(next) && target ? seen : next;
  const isHidden = ids.length > 0 && seen.length === 0;
  const isThere = !isHidden && stable(now) === stable(value);
  const cannot = isHidden || (field.required === true && isEmpty(value));
  const state = isThere ? 'there' : cannot ? 'hidden' : isUntouched ? 'ready' : 'touched';
  return { name, now, next: isHidden ? null : value, state };
}
