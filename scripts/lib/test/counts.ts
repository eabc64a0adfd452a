import { existsSync, readFileSync } from 'node:fs';

/** How many tests of a step passed, failed and were left out. */
export type Counts = { passed: number; failed: number; skipped: number };

const read = (file: string): unknown => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);
const numberIn = (value: unknown, key: string): number => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'number' ? found : 0;
};

/** From the JSON report of vitest. A file that could not be loaded is one failure. */
export function countVitest(file: string): Counts {
  const report = read(file);
  const failed = numberIn(report, 'numFailedTests');
  const skipped = numberIn(report, 'numPendingTests') + numberIn(report, 'numTodoTests');
  return {
    passed: numberIn(report, 'numPassedTests'),
    failed: failed || numberIn(report, 'numFailedTestSuites'),
    skipped,
  };
}

/** From the JSON report of Playwright. */
export function countPlaywright(file: string): Counts {
  const report = read(file);
  const stats: unknown = typeof report === 'object' && report !== null ? Reflect.get(report, 'stats') : undefined;
  return {
    passed: numberIn(stats, 'expected'),
    failed: numberIn(stats, 'unexpected') + numberIn(stats, 'flaky'),
    skipped: numberIn(stats, 'skipped'),
  };
}
