import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../paths.ts';
import { Stop } from '../progress.mjs';
import { runProgram } from '../run-program.mjs';
import { findOrBring, installByApt } from './bring.ts';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

async function ownOfPlaywright(): Promise<string | undefined> {
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

const attempts: (() => Promise<unknown>)[] = [
  () =>
    runProgram(process.execPath, [path.join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'], {
      timeout: 300_000,
    }),
  () => installByApt('chromium'),
];

/**
 * A Chromium for the tests: CHROMIUM_PATH, an installed one, Playwright's own, else brought by Playwright or Debian.
 * @throws Stop when there is none and none can be brought.
 */
export async function findChromium(): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) throw new Stop(`CHROMIUM_PATH: there is no ${given}.`);
  const find = async () => given ?? installed.find((file) => existsSync(file)) ?? (await ownOfPlaywright());
  const found = await findOrBring(find, attempts);
  if (!found)
    throw new Stop(
      'There is no Chromium, and neither Playwright nor apt-get could bring one. Install it, or set CHROMIUM_PATH.',
    );
  return found;
}
