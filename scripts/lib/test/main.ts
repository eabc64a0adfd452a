import { report, step, Stop } from '../progress.mjs';
import { killPrograms } from '../run-program.mjs';
import type { Counts } from './counts.ts';
import { removeReports, steps } from './steps.ts';

const total: Counts = { passed: 0, failed: 0, skipped: 0 };

const countsOf = (value: unknown): Counts | undefined =>
  typeof value === 'object' && value !== null && 'passed' in value && 'failed' in value ? (value as Counts) : undefined; // checked just before

function add(counts: Counts): string {
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  return `${counts.passed} passed`;
}

async function runStep(name: string): Promise<void> {
  const { label, work } = steps[name] ?? { label: name, work: async () => undefined };
  try {
    await step(label, async () => {
      const counts = countsOf(await work());
      const note = add(counts ?? { passed: 1, failed: 0, skipped: 0 });
      return counts ? note : undefined;
    });
  } catch (error) {
    add(
      countsOf(error instanceof Error ? Reflect.get(error, 'counts') : undefined) ?? {
        passed: 0,
        failed: 1,
        skipped: 0,
      },
    );
    const output: unknown = error instanceof Error ? Reflect.get(error, 'output') : undefined;
    if (typeof output === 'string') console.log(output);
    else report(error);
  }
}

function stop(): void {
  killPrograms();
  process.exit(130);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
process.on('message', stop).on('disconnect', stop);

const asked = process.argv.slice(2, 3);
const unknown = asked.filter((name) => !Object.hasOwn(steps, name));
try {
  if (unknown.length > 0)
    throw new Stop(`There is no step ${unknown.join(', ')}. Usage: npm test [-- ${Object.keys(steps).join('|')}]`, 2);
  // Tests must not depend on what the person at the machine has set.
  for (const name of ['DATABASE_URL', 'DATABASE_REPLICA_URL']) delete process.env[name];
  for (const name of asked.length > 0 ? asked : Object.keys(steps)) await runStep(name);
  removeReports();
  if (total.skipped > 0) console.log(`${total.skipped} skipped`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed > 0 ? 1 : 0);
} catch (error) {
  process.exit(report(error));
}
