import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { numbersOf } from '@/test/random';
import { newId } from '../id';
import { closePools, getPool } from './pool';
import { transaction, type Executor } from './sql';

const ids = (count: number) => Array.from({ length: count }, newId);
const users = ids(5);
const groups = ids(4);
const projects = ids(6);

beforeAll(async () => {
  // Changes that cross end in a deadlock, which is noticed after a second and repeated; here it shall be noticed at once.
  await getPool().query(
    `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET deadlock_timeout = 10', current_database()); END $$`,
  );
  await closePools();
  const pool = getPool();
  for (const id of users)
    await pool.query(`INSERT INTO "user" (id, email) VALUES ($1::uuid, $1::text || '@example.org')`, [id]);
  for (const id of groups) await pool.query(`INSERT INTO "group" (id, name) VALUES ($1::uuid, $1::text)`, [id]);
  for (const id of projects) await pool.query(`INSERT INTO project (id, name) VALUES ($1::uuid, $1::text)`, [id]);
});

beforeEach(async () => {
  const pool = getPool();
  await pool.query(`DELETE FROM project_grant; DELETE FROM group_grant`);
  await pool.query(
    `UPDATE project SET live = true, deleted_at = NULL; UPDATE "group" SET live = true, deleted_at = NULL`,
  );
});

/** The same by reading the definition: the highest of all grants, direct and through living groups, on what lives. */
const recomputed = `
  SELECT user_id, record_id, max(level) AS level FROM (
    SELECT g.user_id, g.record_id, g.level FROM project_grant g WHERE g.user_id IS NOT NULL
    UNION ALL
    SELECT m.user_id, g.record_id, g.level FROM project_grant g
      JOIN "group" o ON o.id = g.group_id AND o.deleted_at IS NULL JOIN group_grant m ON m.record_id = o.id) all_grants
  WHERE record_id IN (SELECT id FROM project WHERE deleted_at IS NULL) GROUP BY user_id, record_id`;

async function expectLookUp(): Promise<number> {
  const order = 'ORDER BY user_id, record_id';
  const kept = await getPool().query(`SELECT user_id, record_id, level FROM project_access ${order}`);
  const wanted = await getPool().query(`${recomputed} ${order}`);
  expect(kept.rows).toEqual(wanted.rows);
  return kept.rows.length;
}

type Pick = (count: number) => number;

/** Deadlocks are expected among so many crossing changes; a transaction that gave up repeating is tried once more. */
async function untilDone(work: (tx: Executor) => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await transaction(work);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === '40P01')) throw error;
    }
  }
}

/** One random change of who may see what, as operations make them. */
async function change(pick: Pick, on: Executor): Promise<void> {
  const user = users[pick(users.length)];
  const group = groups[pick(groups.length)];
  const project = projects[pick(projects.length)];
  const level = pick(4) + 1;
  const toggle = (table: string) =>
    `UPDATE ${table} SET (live, deleted_at) = (SELECT CASE WHEN live THEN NULL ELSE true END, CASE WHEN live THEN now() END) WHERE id = $1`;
  const upsert = (table: string, holder: string) =>
    `INSERT INTO ${table} (record_id, ${holder}, level) VALUES ($1, $2, $3) ON CONFLICT (record_id, ${holder}) DO UPDATE SET level = excluded.level`;
  const changes: [string, unknown[]][] = [
    [upsert('project_grant', 'user_id'), [project, user, level]],
    [upsert('project_grant', 'user_id'), [project, user, level]],
    [upsert('project_grant', 'group_id'), [project, group, level]],
    [upsert('project_grant', 'group_id'), [project, group, level]],
    [upsert('group_grant', 'user_id'), [group, user, level]],
    [upsert('group_grant', 'user_id'), [group, user, level]],
    [`DELETE FROM project_grant WHERE record_id = $1 AND user_id = $2`, [project, user]],
    [`DELETE FROM project_grant WHERE record_id = $1 AND group_id = $2`, [project, group]],
    [`DELETE FROM group_grant WHERE record_id = $1 AND user_id = $2`, [group, user]],
    [toggle('"group"'), [group]],
    [toggle('project'), [project]],
  ];
  const [statement, values] = changes[pick(changes.length)] ?? ['SELECT 1', []];
  await on.query(statement, values);
}

it('a grant that moves from a person to a group moves their level', async () => {
  const [user, group, project] = [users[0], groups[0], projects[0]];
  await getPool().query(`INSERT INTO group_grant (record_id, user_id, level) VALUES ($1, $2, 1)`, [group, users[1]]);
  await getPool().query(`INSERT INTO project_grant (record_id, user_id, level) VALUES ($1, $2, 2)`, [project, user]);
  await getPool().query(`UPDATE project_grant SET user_id = NULL, group_id = $2 WHERE record_id = $1`, [
    project,
    group,
  ]);
  expect(await expectLookUp()).toBe(1);
});

describe('the look-up of access equals a recomputation', () => {
  it.each([1, 2, 3])('after each of many changes, one after the other (seed %i)', async (seed) => {
    const pick = numbersOf(seed);
    let rows = 0;
    for (let step = 0; step < 80; step++) {
      await change(pick, getPool());
      rows += await expectLookUp();
    }
    expect(rows).toBeGreaterThan(100);
  });

  it.each([11, 12, 13])('after many changes at the same time (seed %i)', async (seed) => {
    const writers = Array.from({ length: 6 }, async (_, index) => {
      const pick = numbersOf(seed * 100 + index);
      for (let step = 0; step < 25; step++)
        await untilDone(async (tx) => {
          await change(pick, tx);
          if (pick(3) === 0) await change(pick, tx);
        });
    });
    // All of them end before the next test begins, also when one fails.
    const ends = await Promise.allSettled(writers);
    expect(ends.filter(({ status }) => status === 'rejected')).toEqual([]);
    await expectLookUp();
  });

  it('when a membership and a direct grant end at the same moment', async () => {
    const [user, group, project] = [users[0], groups[0], projects[0]];
    await getPool().query(`INSERT INTO group_grant (record_id, user_id, level) VALUES ($1, $2, 1)`, [group, user]);
    await getPool().query(`INSERT INTO project_grant (record_id, user_id, level) VALUES ($1, $2, 2)`, [project, user]);
    await getPool().query(`INSERT INTO project_grant (record_id, group_id, level) VALUES ($1, $2, 3)`, [
      project,
      group,
    ]);
    const [one, two] = [await getPool().connect(), await getPool().connect()];
    try {
      await one.query('BEGIN');
      await two.query('BEGIN');
      await one.query(`DELETE FROM group_grant WHERE record_id = $1 AND user_id = $2`, [group, user]);
      const waiting = two.query(`DELETE FROM project_grant WHERE record_id = $1 AND user_id = $2`, [project, user]);
      await one.query('COMMIT');
      await waiting;
      await two.query('COMMIT');
    } finally {
      one.release();
      two.release();
    }
    expect(await expectLookUp()).toBe(0);
  });
});

it('a grant goes to one holder, at a level that exists', async () => {
  const insert = `INSERT INTO project_grant (record_id, user_id, group_id, level) VALUES ($1, $2, $3, $4)`;
  for (const [user, group, level] of [
    [users[0], groups[0], 1],
    [null, null, 1],
    [users[0], null, 0],
    [users[0], null, 5],
  ])
    await expect(getPool().query(insert, [projects[0], user, group, level])).rejects.toMatchObject({ code: '23514' });
});
