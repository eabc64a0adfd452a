import 'server-only';
import { levelNumber, levelOf, type Level } from '@/lib/declare/levels';
import { sentenceSubject } from '@/lib/declare/problem';
import { kindOf } from '@/lib/declare/kinds';
import type { Model } from '@/lib/declare/model';
import type { Problem } from '@/lib/declare/problem';
import { grantTableOf, grantsToGroups, hasGrants } from '@/lib/declare/tables';
import { AppError } from '@/lib/errors';
import { query, sql, type Executor } from '../db/sql';
import { liveOwners } from '../queries/owners';
import type { Viewer } from '../viewer';
import type { Rights } from './get';

type Change = {
  readonly field: string;
  readonly to: 'user' | 'group';
  readonly key: string;
  readonly holderId: string;
  readonly level: Level | null;
  readonly before: Level | null;
};

/** Makes the creator the owner of a new record. */
export async function grantCreator(tx: Executor, viewer: Viewer, model: Model, id: string): Promise<void> {
  if (!hasGrants(model) || viewer.kind !== 'user') return;
  await query(
    sql`INSERT INTO ${sql.table(grantTableOf(model))} (record_id, user_id, level) VALUES (${id}, ${viewer.id}, 4)`,
    tx,
  );
}

/** Takes the access lists out of `values`; what is left are the record's own values. */
export function splitGrants(model: Model, values: Record<string, unknown>): Record<string, unknown> {
  const lists: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(model.fields)) {
    if (!(name in values) || kindOf(field).storage(field).shape !== 'grants') continue;
    lists[name] = values[name];
    delete values[name];
  }
  return lists;
}

/**
 * Changes the access list: named entries are added, changed or removed, others stay. Managers deal with levels up
 * to contributor, owners with all; a record keeps its last owner. People are invited elsewhere, not here.
 */
export async function changeGrants(
  tx: Executor,
  model: Model,
  id: string,
  lists: Readonly<Record<string, unknown>>,
  rights: Pick<Rights, 'manage' | 'own'>,
): Promise<boolean> {
  if (Object.keys(lists).length === 0) return false;
  const { changes, problems } = await plannedChanges(tx, model, id, lists);
  const real = changes.filter(({ level, before }) => level !== before);
  // First, so that those who may not change it can't find out either who has an account.
  if (!rights.manage && real.length + problems.length > 0)
    throw new AppError('forbidden', {
      message: `Only managers and owners of this ${model.label.toLowerCase()} change who has access.`,
    });
  if (problems.length > 0) throw new AppError('invalid', { problems });
  if (real.length === 0) return false;
  const highest = model.name === 'group' ? 'member' : 'contributor';
  const beyond = real.find(({ level, before }) =>
    [level, before].some((one) => one !== null && levelNumber(one) > levelNumber(highest)),
  );
  if (beyond && !rights.own)
    throw new AppError('forbidden', {
      message: `Only owners grant or take away levels above ${highest}; “${beyond.key}” is or would be ${beyond.level ?? beyond.before}.`,
    });
  const table = sql.table(grantTableOf(model));
  for (const { to, holderId, level } of real) {
    const column = sql.ref(to === 'user' ? 'user_id' : 'group_id');
    if (level === null) await query(sql`DELETE FROM ${table} WHERE record_id = ${id} AND ${column} = ${holderId}`, tx);
    else
      await query(
        sql`INSERT INTO ${table} (record_id, ${column}, level) VALUES (${id}, ${holderId}, ${levelNumber(level)}) ON CONFLICT (record_id, ${column}) DO UPDATE SET level = excluded.level`,
        tx,
      );
  }
  await keepAnOwner(tx, model, id);
  return true;
}

/** Refuses to leave a record without an owner. Call after a change of its access list, in the same transaction. */
export async function keepAnOwner(tx: Executor, model: Model, id: string): Promise<void> {
  const owners = await query(sql`SELECT 1 FROM ${liveOwners(model)} o WHERE o.record_id = ${id} LIMIT 1`, tx);
  if (owners.length > 0) return;
  throw new AppError('in_use', {
    message: `${sentenceSubject(model.label)} needs at least one owner: make someone else an owner first.`,
  });
}

async function plannedChanges(
  tx: Executor,
  model: Model,
  id: string,
  lists: Readonly<Record<string, unknown>>,
): Promise<{ changes: Change[]; problems: Problem[] }> {
  const changes: Change[] = [];
  const problems: Problem[] = [];
  // The lock keeps two managers from removing the last two owners at once.
  await query(sql`SELECT pg_advisory_xact_lock(hashtextextended(${id}, 1))`, tx);
  const isForGroups = grantsToGroups(model);
  for (const [name, value] of Object.entries(lists)) {
    const field = model.fields[name];
    const storage = field && kindOf(field).storage(field);
    if (!field || storage?.shape !== 'grants' || value === null || typeof value !== 'object') continue;
    const wanted: [string, Level | null | undefined][] =
      storage.as === 'ids'
        ? (value as (string | number)[]).map((key) => [String(key), undefined])
        : Object.entries(value as Record<string, Level | null>); // shaped by the kind's schema
    if (wanted.length === 0) continue;
    const keys = wanted.map(([key]) => key);
    const holder = storage.to === 'user' ? sql`"user"` : sql`"group"`;
    const key =
      storage.as === 'ids' ? sql`h.number::text` : storage.to === 'user' ? sql`lower(h.email::text)` : sql`h.name`;
    const holderColumn = sql.ref(storage.to === 'user' || !isForGroups ? 'g.user_id' : 'g.group_id');
    const normal = (text: string) => (storage.as === 'levels' && storage.to === 'user' ? text.toLowerCase() : text);
    const found = await query<{ key: string; id: string; level: number | null }>(
      sql`SELECT ${key} AS key, h.id::text AS id, g.level FROM ${holder} h LEFT JOIN ${sql.table(grantTableOf(model))} g ON ${holderColumn} = h.id AND g.record_id = ${id} WHERE h.live AND ${key} = ANY(${keys.map(normal)}::text[])`,
      tx,
    );
    for (const [text, level] of wanted) {
      const match = found.find((row) => row.key === normal(text));
      const what = storage.to === 'user' ? 'person with this e-mail address' : 'group with this name';
      if (match)
        changes.push({
          field: name,
          to: storage.to,
          key: text,
          holderId: match.id,
          level: level === undefined ? (levelOf(match.level) ?? 'contributor') : level,
          before: levelOf(match.level),
        });
      else problems.push({ path: `${name}.${text}`, code: 'unknown-holder', message: `There is no ${what}.` });
    }
  }
  return { changes, problems };
}
