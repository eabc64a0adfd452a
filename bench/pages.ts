import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { root } from '../scripts/lib/paths.ts';
import { findChromium } from '../scripts/lib/test/chromium.ts';
import { startProduct } from '../scripts/lib/test/product.ts';

/** What the first visit of a page costs: scripts as they travel, and how much of it moves while it loads. */
export type PageCost = {
  readonly label: string;
  /** Gzipped. */
  readonly scriptBytes: number;
  /** Of the document. */
  readonly htmlBytes: number;
  /** Cumulative layout shift, at 1280 and at 380 px. */
  readonly shift: number;
  readonly narrowShift: number;
};

type Visit = { readonly scriptBytes: number; readonly htmlBytes: number; readonly shift: number };

const person = { email: 'amara.okafor@example.org', password: 'sulcus-demo-2026' };

/** Pages by what they are called; a list leads to the first record of it, `below` to a page below that. */
const asked: readonly { label: string; at: string; first?: boolean; below?: string }[] = [
  { label: 'Sign in', at: '/sign-in' },
  { label: 'Public project', at: '/public', first: true },
  { label: 'Dashboard', at: '/dashboard' },
  { label: 'Sessions', at: '/sessions' },
  { label: 'Session', at: '/sessions', first: true },
  { label: 'Session, editing', at: '/sessions', first: true, below: '/edit' },
  { label: 'New session', at: '/sessions/new' },
  { label: 'Subjects', at: '/subjects' },
  { label: 'Subject', at: '/subjects', first: true },
  { label: 'Project', at: '/projects', first: true },
  { label: 'Import', at: '/import' },
  { label: 'API pages', at: '/api-docs' },
];

/** Visits the pages of the product with its demonstration laboratory, each with an empty cache. */
export async function measurePages(): Promise<PageCost[]> {
  const product = await startProduct(path.join(root, '.data/bench/pages'));
  try {
    const args = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
    const browser = await chromium.launch({
      executablePath: await findChromium(),
      args: process.getuid?.() === 0 ? ['--no-sandbox', ...args] : args,
    });
    try {
      return await visitPages(browser, product.url);
    } finally {
      await browser.close();
    }
  } finally {
    await product.stop();
  }
}

async function visitPages(browser: Browser, url: string): Promise<PageCost[]> {
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByLabel(/^Password/).fill(person.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/dashboard');
  const state = await context.storageState();
  const costs: PageCost[] = [];
  for (const { label, at, first, below = '' } of asked) {
    const address = `${first ? await firstBelow(page, at) : at}${below}`;
    const signedIn = !['/sign-in', '/public'].includes(at);
    const options = { baseURL: url, ...(signedIn ? { storageState: state } : {}) };
    const wide = await visit(browser, address, { ...options, viewport: { width: 1280, height: 800 } });
    const narrow = await visit(browser, address, { ...options, viewport: { width: 380, height: 800 } });
    costs.push({ label, ...wide, narrowShift: narrow.shift });
  }
  return costs;
}

/** The address of the first record of a list. */
async function firstBelow(page: Page, at: string): Promise<string> {
  await page.goto(at);
  const href = await page
    .locator(`main a[href^="${at}/"]`)
    .filter({ hasNotText: /^New|^Import/ })
    .first()
    .getAttribute('href');
  if (!href) throw new Error(`${at} lists nothing.`);
  return href;
}

type Options = Parameters<Browser['newContext']>[0];

async function visit(browser: Browser, address: string, options: Options): Promise<Visit> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.addInitScript(watchShifts);
    const client = await context.newCDPSession(page);
    await client.send('Network.enable');
    const kinds = new Map<string, string>();
    const bytes = new Map<string, number>();
    client.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
    client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => bytes.set(requestId, encodedDataLength));
    await page.goto(address, { waitUntil: 'networkidle' });
    const sum = (kind: string) =>
      [...bytes].reduce((total, [id, length]) => total + (kinds.get(id) === kind ? length : 0), 0);
    const shift = await page.evaluate(() => (globalThis as { shiftSum?: number }).shiftSum ?? 0);
    return { scriptBytes: sum('Script'), htmlBytes: sum('Document'), shift };
  } finally {
    await context.close();
  }
}

/** Runs in the page: adds up what moved without the person having done anything. */
function watchShifts(): void {
  const page = globalThis as { shiftSum?: number };
  page.shiftSum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
      if (!hadRecentInput) page.shiftSum = (page.shiftSum ?? 0) + value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
