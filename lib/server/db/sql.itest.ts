import { expect, it } from 'vitest';
import { query, queryOne, sql, transaction } from './sql';

it('a statement that takes too long is ended and said to be so', async () => {
  const slow = transaction(async (tx) => {
    await query(sql`SET LOCAL statement_timeout = 10`, tx);
    await query(sql`SELECT pg_sleep(10)`, tx);
  });
  await expect(slow).rejects.toMatchObject({ code: 'unavailable', status: 503 });
});

it('every connection has a limit for statements', async () => {
  expect(await queryOne(sql`SELECT current_setting('statement_timeout') AS is`)).toEqual({ is: '30s' });
});

it('the ways to ask do not fill the memory of a connection', async () => {
  const kept = await transaction(async (tx) => {
    const long = ' '.repeat(100_000);
    for (let index = 0; index < 30; index++) await query(sql`SELECT ${sql.raw(`${index}${long}`)}`, tx);
    return queryOne<{ total: number }>(
      sql`SELECT coalesce(sum(length(statement)), 0)::int AS total FROM pg_prepared_statements`,
      tx,
    );
  });
  expect(kept?.total).toBeGreaterThan(500_000);
  expect(kept?.total).toBeLessThan(1_100_000);
});
