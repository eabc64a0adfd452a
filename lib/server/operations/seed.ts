import 'server-only';
import type { Model } from '@/lib/declare/model';
import { kindOf } from '@/lib/declare/kinds';
import { modelNamed } from '@/lib/models';
import { starter } from '@/lib/vocabularies/starter';
import { query, queryOne, sql, transaction, type Executor } from '../db/sql';
import { systemViewer, type Viewer } from '../viewer';
import { createRecord } from './create';
import { addEntries } from './log-entries';
import { updateRecord } from './update';

/** A mark that outlives restarts; null when it was never set. */
export async function readSetting(key: string): Promise<unknown> {
  return (await queryOne<{ value: unknown }>(sql`SELECT value FROM setting WHERE key = ${key}`))?.value ?? null;
}

export async function writeSetting(tx: Executor, key: string, value: unknown): Promise<void> {
  await query(
    sql`INSERT INTO setting (key, value) VALUES (${key}, ${JSON.stringify(value)}::jsonb) ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`,
    tx,
  );
}

/** Adds the starter taxonomies that are not there yet; ids are fixed, so that running it again changes nothing. */
export async function seedStarter(): Promise<number> {
  const viewer = systemViewer('starter taxonomies');
  return transaction(async (tx) => {
    let added = 0;
    for (const [name, records] of Object.entries(starter)) {
      const model = modelNamed(name);
      const there = new Set(
        (await query<{ id: string }>(sql`SELECT id::text FROM ${sql.table(name)}`, tx)).map(({ id }) => id),
      );
      for (const { id, ...input } of records) {
        if (there.has(id)) continue;
        await createRecord(viewer, model, input, { tx, id });
        added++;
      }
    }
    await writeSetting(tx, 'starter', { added: new Date().toISOString() });
    return added;
  });
}

/** A record to load: references name other records by `key`; `created_by` is the key of the person who makes it. */
export type KeyedRecord = { readonly key: string; readonly created_by?: string };

/**
 * Loads keyed records through the ordinary operations, as the people who made them. `people` maps keys to viewers. Answers
 * the ids by key.
 */
export async function loadRecords(
  tx: Executor,
  people: ReadonlyMap<string, Viewer>,
  batches: readonly (readonly [Model, readonly KeyedRecord[]])[],
  report: (done: number) => void = () => undefined,
): Promise<ReadonlyMap<string, string | number>> {
  const ids = new Map<string, string | number>();
  for (const [key, viewer] of people) if (viewer.kind === 'user') ids.set(key, viewer.number);
  const resolve = (value: unknown): unknown =>
    typeof value === 'string' ? (ids.get(value) ?? value) : Array.isArray(value) ? value.map(resolve) : value;
  const withPerson = (entry: object) => ({
    ...entry,
    ...('performed_by' in entry ? { performed_by: resolve(entry.performed_by) } : {}),
  });
  let done = 0;
  for (const [model, records] of batches) {
    for (const { key, created_by: author, ...fields } of records) {
      const viewer = people.get(author ?? '') ?? systemViewer('demo laboratory');
      const lists: Record<string, unknown> = {};
      const input: Record<string, unknown> = {};
      let entries: readonly object[] = [];
      for (const [name, value] of Object.entries(fields)) {
        const field = model.fields[name];
        if (field?.kind === 'entries' && Array.isArray(value)) {
          entries = value.map(withPerson);
          continue;
        }
        const isAccessList = field && !Array.isArray(value) && kindOf(field).storage(field).shape === 'grants';
        (isAccessList ? lists : input)[name] = field && 'to' in field ? resolve(value) : value;
      }
      const created = await createRecord(viewer, model, input, { tx });
      ids.set(key, created.id);
      if (Object.keys(lists).length > 0) await updateRecord(viewer, model, created.id, lists, { tx });
      if (entries.length > 0) await addEntries(viewer, model, created.id, entries, { tx });
      report(++done);
    }
  }
  return ids;
}
