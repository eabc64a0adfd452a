import { readSetting, withClient } from '../database.ts';
import { step } from '../progress.mjs';
import { runProgram } from '../run-program.mjs';
import { scriptArgs } from '../tsx.ts';

/** Any fixed number, other than that of migrations. */
const lockKey = 7_203_120;

/** Fills the database the first time: the starter taxonomies, and the demo laboratory unless `isEmpty`. One replica does it. */
export async function seed(isEmpty: boolean): Promise<void> {
  const isDone = async () => (await readSetting('seeded')) !== undefined;
  if (await isDone()) return;
  await step(isEmpty ? 'Starter taxonomies' : 'Starter taxonomies and demo laboratory', () =>
    withClient(async (client) => {
      await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
      if (!(await isDone())) await runProgram(process.execPath, scriptArgs('seed.ts', ...(isEmpty ? [] : ['--demo'])));
    }),
  );
}
