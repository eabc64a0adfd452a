import { expect, it } from 'vitest';
import { databaseObjects, type DatabaseObject } from '@/lib/declare/print-objects';
import { modelList } from '@/lib/models';
import { getPool } from './pool';
import { viewObjects } from './views';

const catalogue: Record<DatabaseObject['type'], string> = {
  function: `SELECT proname AS name, NULL AS "table" FROM pg_proc WHERE pronamespace = 'public'::regnamespace`,
  trigger: `SELECT tgname AS name, c.relname AS "table" FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid WHERE NOT tgisinternal AND tgenabled = 'O'`,
  check: `SELECT conname AS name, c.relname AS "table" FROM pg_constraint k JOIN pg_class c ON c.oid = conrelid WHERE contype = 'c' AND convalidated`,
  extension: `SELECT extname AS name, NULL AS "table" FROM pg_extension`,
  view: `SELECT viewname AS name, NULL AS "table" FROM pg_views WHERE schemaname = 'public'`,
  index: `SELECT indexname AS name, NULL AS "table" FROM pg_indexes WHERE schemaname = 'public'`,
};
const objects: readonly DatabaseObject[] = [...databaseObjects(modelList), ...viewObjects(modelList)];
const keyOf = ({ name, table }: { name: string; table?: string | null }) => (table ? `${table}.${name}` : name);

it.each(Object.keys(catalogue) as DatabaseObject['type'][])(
  'a migrated database has every %s that Prisma can’t see',
  async (type) => {
    const { rows } = await getPool().query<{ name: string; table: string | null }>(catalogue[type]);
    const wanted = objects.filter((object) => object.type === type);
    expect(wanted).not.toEqual([]);
    expect(rows.map(keyOf)).toEqual(expect.arrayContaining(wanted.map(keyOf)));
  },
);

it.each(['trigger', 'check', 'view'] as const)('and no %s that nobody prints', async (type) => {
  const { rows } = await getPool().query<{ name: string; table: string | null }>(catalogue[type]);
  const wanted = objects.filter((object) => object.type === type);
  expect(wanted.map(keyOf)).toEqual(expect.arrayContaining(rows.map(keyOf)));
});

it('the functions are those that are printed today', async () => {
  const { readFileSync } = await import('node:fs');
  const printed = readFileSync('prisma/objects.sql', 'utf8');
  const { rows } = await getPool().query<{ name: string; source: string }>(
    `SELECT proname AS name, prosrc AS source FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proname = ANY($1)`,
    [databaseObjects(modelList).flatMap(({ type, name }) => (type === 'function' ? [name] : []))],
  );
  // A change of a function needs a migration as a change of a table does.
  for (const { name, source } of rows) expect(printed, `${name} in a migrated database`).toContain(source);
});
