import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildServer, generateClient } from '../build.ts';
import { root } from '../paths.ts';
import { runProgram } from '../run-program.mjs';
import { scriptArgs } from '../tsx.ts';
import { findChromium } from './chromium.ts';
import { countPlaywright, countVitest, type Counts } from './counts.ts';
import { checkFirstLoads } from './first-load.ts';
import { startProduct } from './product.ts';
import { findPython } from './python.ts';

/** Of this run alone; test/database-server.ts clears what a killed one leaves. */
const folder = path.join(root, `.data/test/run-${process.pid}`);

export const removeReports = (): void => rmSync(folder, { recursive: true, force: true });

/** A command of a package, run by this Node.js whatever the system's shell. */
const bin = (name: string, command: string) => path.join(root, 'node_modules', name, command);
const check = (program: string, ...args: string[]) => runProgram(process.execPath, [program, ...args], { cwd: root });

/** A fresh place for the report of a step; `read` also counts when the tests failed. */
async function counted(
  name: string,
  count: (file: string) => Counts,
  work: (report: string) => Promise<unknown>,
): Promise<Counts> {
  mkdirSync(folder, { recursive: true });
  const report = path.join(folder, `${name}.json`);
  rmSync(report, { force: true });
  let fault: unknown;
  await work(report).catch((error: unknown) => {
    fault = error;
  });
  const counts = existsSync(report) ? count(report) : { passed: 0, failed: 0, skipped: 0 };
  if (fault) throw Object.assign(fault, { counts: { ...counts, failed: Math.max(1, counts.failed) } });
  return counts;
}

const vitest = (project: string) =>
  counted(project, countVitest, (report) =>
    check(
      bin('vitest', 'vitest.mjs'),
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ),
  );

async function e2e(): Promise<Counts> {
  await buildServer();
  const chromium = await findChromium();
  const python = await findPython();
  const product = await startProduct(folder);
  try {
    return await counted('e2e', countPlaywright, (report) => {
      const env = {
        ...process.env,
        SULCUS_URL: product.url,
        SULCUS_DATA_DIR: product.dataDir,
        CHROMIUM_PATH: chromium,
        PYTHON: python.program,
        PYTHON_PACKAGES: python.packages,
        PLAYWRIGHT_REPORT: report,
      };
      return runProgram(process.execPath, [bin('@playwright/test', 'cli.js'), 'test', ...process.argv.slice(3)], {
        cwd: root,
        env,
      });
    });
  } finally {
    await product.stop();
  }
}

/** The gate, in order. A step that counts nothing itself counts as one. */
export const steps: Record<string, { label: string; work: () => Promise<Counts | unknown> }> = {
  format: {
    label: 'Format',
    work: () => check(bin('prettier', 'bin/prettier.cjs'), '--check', '--log-level=warn', '.'),
  },
  lint: { label: 'Lint', work: () => check(bin('oxlint', 'bin/oxlint'), '--deny-warnings') },
  types: { label: 'Types', work: () => generateClient().then(() => check(bin('typescript', 'bin/tsc'), '--noEmit')) },
  schema: {
    label: 'Schema',
    work: () => runProgram(process.execPath, scriptArgs('schema.ts', '--check'), { cwd: root }),
  },
  unit: { label: 'Unit tests', work: () => generateClient().then(() => vitest('unit')) },
  integration: { label: 'Integration tests', work: () => generateClient().then(() => vitest('integration')) },
  build: {
    label: 'Production build',
    work: () => buildServer().then(() => checkFirstLoads(path.join(root, '.next'))),
  },
  e2e: { label: 'End-to-end tests', work: e2e },
};
