import { isSame } from '@/components/form/merge';
import { numberOf, objectOf } from '@/components/fields/read-value';
import type { AnyRecord } from '@/lib/declare/model';
import type { PartsChange } from '@/lib/declare/parts';

type Values = Readonly<Record<string, unknown>>;
/** Fields as they were when they were changed here, and as they are now. */
type Change = { readonly base: Values; readonly values: Values };

/** What was done to a session's epochs and is not saved yet. It lies over the saved records, which others may change meanwhile. */
export type Pending = {
  readonly changed: Readonly<Record<string, Change>>;
  readonly added: readonly { readonly key: string; readonly values: Values }[];
  readonly removed: readonly string[];
};

/** An epoch as it would be saved. A new one has its key as id, and version 0. */
export type WorkingEpoch = AnyRecord & { readonly isNew: boolean; readonly isChanged: boolean };

/** One field that others have changed too since it was changed here. */
export type PendingConflict = {
  readonly id: string;
  readonly field: string;
  readonly mine: unknown;
  readonly theirs: unknown;
};

export const nothing: Pending = { changed: {}, added: [], removed: [] };

/** The epochs with what is pending, in the order of their time. */
export function workingEpochs(records: readonly AnyRecord[], pending: Pending): WorkingEpoch[] {
  const kept = records.filter(({ id }) => !pending.removed.includes(String(id)));
  const start = (epoch: WorkingEpoch) => numberOf(epoch.start) ?? Number.MAX_SAFE_INTEGER;
  return [
    ...kept.map((record): WorkingEpoch => {
      const own = differing(record, pending);
      return { ...record, ...own, isNew: false, isChanged: Object.keys(own).length > 0 };
    }),
    ...pending.added.map(({ key, values }): WorkingEpoch => ({
      ...values,
      id: key,
      version: 0,
      created_at: '',
      updated_at: '',
      created_by: null,
      updated_by: null,
      isNew: true,
      isChanged: true,
    })),
  ].toSorted((a, b) => start(a) - start(b));
}

/** The pending values of a record that differ from what is saved. */
export const differing = (record: AnyRecord, { changed }: Pending): Values =>
  Object.fromEntries(
    Object.entries(changed[String(record.id)]?.values ?? {}).filter(([name, value]) => !isSame(record[name], value)),
  );

/** With other values for one epoch, saved or new. */
export function withChange(pending: Pending, records: readonly AnyRecord[], id: string, values: Values): Pending {
  const isAdded = pending.added.some(({ key }) => key === id);
  if (isAdded) {
    const added = pending.added.map((one) =>
      one.key === id ? { key: id, values: { ...one.values, ...values } } : one,
    );
    return { ...pending, added };
  }
  const record = records.find((one) => String(one.id) === id);
  if (!record) return pending;
  const before = pending.changed[id];
  const base = Object.fromEntries(Object.keys(values).map((name) => [name, record[name]]));
  const change = { base: { ...base, ...before?.base }, values: { ...before?.values, ...values } };
  return { ...pending, changed: { ...pending.changed, [id]: change } };
}

export const withAdded = (pending: Pending, ...added: Pending['added']): Pending => ({
  ...pending,
  added: [...pending.added, ...added],
});

export function withRemoved(pending: Pending, id: string): Pending {
  const added = pending.added.filter(({ key }) => key !== id);
  return added.length < pending.added.length
    ? { ...pending, added }
    : { ...pending, removed: [...pending.removed, id] };
}

/** Without anything about one epoch: it has been saved, or deleted, another way. */
export function without(pending: Pending, id: string): Pending {
  const { [id]: _gone, ...changed } = pending.changed;
  return {
    changed,
    added: pending.added.filter(({ key }) => key !== id),
    removed: pending.removed.filter((one) => one !== id),
  };
}

/** How many epochs would be changed, added and removed by saving. */
export function countPending(records: readonly AnyRecord[], pending: Pending) {
  const ids = new Set(records.map(({ id }) => String(id)));
  const removed = pending.removed.filter((id) => ids.has(id)).length;
  const changed = workingEpochs(records, pending).filter(({ isNew, isChanged }) => isChanged && !isNew).length;
  return { changed, added: pending.added.length, removed, total: changed + pending.added.length + removed };
}

/** Fields that were changed here and, differently, by others: a person must choose. */
export function conflictsOf(records: readonly AnyRecord[], pending: Pending): PendingConflict[] {
  return records.flatMap((record) => {
    const id = String(record.id);
    const base = pending.changed[id]?.base ?? {};
    return Object.entries(differing(record, pending)).flatMap(([field, mine]) =>
      isSame(base[field], record[field]) ? [] : [{ id, field, mine, theirs: record[field] }],
    );
  });
}

/** With one conflict settled: mine goes on top of theirs, or is given up. */
export function settled(pending: Pending, { id, field, theirs }: PendingConflict, side: 'mine' | 'theirs'): Pending {
  const change = pending.changed[id];
  if (!change) return pending;
  const next =
    side === 'mine'
      ? { ...change, base: { ...change.base, [field]: theirs } }
      : { base: omit(change.base, field), values: omit(change.values, field) };
  return { ...pending, changed: { ...pending.changed, [id]: next } };
}

const omit = (values: Values, field: string): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name !== field));

/** What to send, and which epoch each row of it is. Every change says which version it was made on. */
export function toChanges(records: readonly AnyRecord[], pending: Pending): { changes: PartsChange; keys: string[] } {
  const changed = records.flatMap((record) => {
    const own = differing(record, pending);
    const isGone = pending.removed.includes(String(record.id));
    return isGone || Object.keys(own).length === 0 ? [] : [{ ...own, id: String(record.id), version: record.version }];
  });
  const removed = records.filter(({ id }) => pending.removed.includes(String(id)));
  const remove = removed.map(({ id, version }) => ({ id: String(id), version }));
  return {
    changes: { write: [...changed, ...pending.added.map(({ values }) => values)], remove },
    keys: [...changed.map(({ id }) => id), ...pending.added.map(({ key }) => key), ...remove.map(({ id }) => id)],
  };
}

/** Reads what a browser kept. Null for what is nothing of the kind. */
export function readPending(value: unknown): Pending | null {
  const { changed, added, removed } = objectOf(value);
  if (!Array.isArray(added) || !Array.isArray(removed)) return null;
  const changes = Object.entries(objectOf(changed)).map(([id, change]) => {
    const { base, values } = objectOf(change);
    return [id, { base: objectOf(base), values: objectOf(values) }] as const;
  });
  return {
    changed: Object.fromEntries(changes),
    added: added.map(objectOf).map(({ key, values }) => ({ key: String(key), values: objectOf(values) })),
    removed: removed.map(String),
  };
}
