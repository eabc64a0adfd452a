import { beforeAll, expect, it } from 'vitest';
import { scopeLinkTables } from '@/lib/declare/print-objects';
import { scopeSorts } from '@/lib/declare/print-schema';
import { columnOf, linkTableOf, scopeLink, tableOf } from '@/lib/declare/tables';
import { modelList, modelNamed } from '@/lib/models';
import { numbersOf } from '@/test/random';
import { newId } from '../id';
import { getPool } from './pool';
import { transaction, type Executor } from './sql';

const ids = (count: number) => Array.from({ length: count }, newId);
const projects = ids(4);
const sessions = ids(8);

beforeAll(async () => {
  for (const id of projects) await getPool().query(`INSERT INTO project (id, name) VALUES ($1::uuid, $1::text)`, [id]);
  for (const id of sessions) await getPool().query(`INSERT INTO session (id, name) VALUES ($1::uuid, $1::text)`, [id]);
});

it('every model that is reached through a list of others has such links', () => {
  expect(scopeLinkTables(modelList)).toEqual(expect.arrayContaining(['session_projects', 'subject_projects']));
});

async function expectCopies(name: string): Promise<number> {
  const model = modelNamed(name);
  const link = linkTableOf(model, scopeLink(model)?.name ?? '');
  const differs = scopeSorts(model).map((key) => {
    const field = model.fields[key];
    return `l.sort_${key} IS DISTINCT FROM s.${field ? columnOf(key, field) : key}`;
  });
  const { rows } = await getPool().query<{ links: number; wrong: number }>(
    `SELECT count(*)::int AS links, count(*) FILTER (WHERE l.live IS DISTINCT FROM s.live OR ${differs.join(' OR ')})::int AS wrong
     FROM ${link} l JOIN ${tableOf(model)} s ON s.id = l.source_id`,
  );
  expect(rows[0]?.wrong).toBe(0);
  return rows[0]?.links ?? 0;
}

async function change(pick: (count: number) => number, on: Executor): Promise<void> {
  const session = sessions[pick(sessions.length)];
  const project = projects[pick(projects.length)];
  const name = `${session} ${pick(1_000_000)}`;
  const changes: [string, unknown[]][] = [
    [`INSERT INTO session_projects (source_id, target_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [session, project]],
    [
      `INSERT INTO session_projects (source_id, target_id, sort_name) VALUES ($1, $2, 'not this') ON CONFLICT DO NOTHING`,
      [session, project],
    ],
    [`DELETE FROM session_projects WHERE source_id = $1 AND target_id = $2`, [session, project]],
    [
      `UPDATE session SET name = $2, date_time = now() - $3::int * interval '1 ms', updated_at = now() WHERE id = $1`,
      [session, name, pick(1_000_000)],
    ],
    [`UPDATE session SET name = $2, date_time = NULL WHERE id = $1`, [session, name]],
    [
      `UPDATE session SET (live, deleted_at) = (SELECT CASE WHEN live THEN NULL ELSE true END, CASE WHEN live THEN now() END) WHERE id = $1`,
      [session],
    ],
  ];
  const [statement, values] = changes[pick(changes.length)] ?? ['SELECT 1', []];
  await on.query(statement, values);
}

it.each([1, 2])('the copies that lists are read from equal their sources after each change (seed %i)', async (seed) => {
  const pick = numbersOf(seed);
  let links = 0;
  for (let step = 0; step < 60; step++) {
    await change(pick, getPool());
    links += await expectCopies('session');
  }
  expect(links).toBeGreaterThan(100);
});

it.each([11, 12])('and after many changes at the same time (seed %i)', async (seed) => {
  const writers = Array.from({ length: 6 }, async (_, index) => {
    const pick = numbersOf(seed * 100 + index);
    for (let step = 0; step < 25; step++)
      await transaction(async (tx) => {
        await change(pick, tx);
        if (pick(3) === 0) await change(pick, tx);
      });
  });
  await Promise.all(writers);
  await expectCopies('session');
});

it('a link made while its session is renamed carries the new name', async () => {
  const [session, project] = [newId(), projects[0]];
  await getPool().query(`INSERT INTO session (id, name) VALUES ($1, 'before')`, [session]);
  const [one, two] = [await getPool().connect(), await getPool().connect()];
  try {
    await one.query('BEGIN');
    await one.query(`UPDATE session SET name = 'after' WHERE id = $1`, [session]);
    const linking = two.query(`INSERT INTO session_projects (source_id, target_id) VALUES ($1, $2)`, [
      session,
      project,
    ]);
    await one.query('COMMIT');
    await linking;
  } finally {
    one.release();
    two.release();
  }
  const { rows } = await getPool().query(`SELECT sort_name FROM session_projects WHERE source_id = $1`, [session]);
  expect(rows).toEqual([{ sort_name: 'after' }]);
});

it('two living records of one project never share a name, even when deleted ones do', async () => {
  const [first, second] = [newId(), newId()];
  const link = `INSERT INTO session_projects (source_id, target_id) VALUES ($1, $2)`;
  for (const id of [first, second]) await getPool().query(`INSERT INTO session (id, name) VALUES ($1, 'twin')`, [id]);
  await getPool().query(link, [first, projects[1]]);
  await expect(getPool().query(link, [second, projects[1]])).rejects.toMatchObject({ code: '23505' });
  await getPool().query(`UPDATE session SET live = NULL, deleted_at = now() WHERE id = $1`, [first]);
  await getPool().query(link, [second, projects[1]]);
  // Bringing the deleted one back would make two.
  await expect(
    getPool().query(`UPDATE session SET live = true, deleted_at = NULL WHERE id = $1`, [first]),
  ).rejects.toMatchObject({ code: '23505' });
});
