import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, test } from './test';

/**
 * The pictures of docs/tour.md, made anew by TOUR=docs/images/tour npm test -- e2e e2e/tour.spec.ts; otherwise they go to the
 * results of the test, which shows that every stop is there.
 */
const folder = process.env.TOUR ?? '.data/test/tour';

type Stop = { name: string; open: (page: Page) => Promise<void> };

const firstOf = async (page: Page, list: string): Promise<string> => {
  await page.goto(list);
  const link = page.locator(`main a[href^="${list}/"]`).filter({ hasNotText: /^New|^Import/ });
  return (await link.first().getAttribute('href')) ?? list;
};

/** As the selection of a whole list is addressed. */
const inList = new URLSearchParams({ list: 'q=M07' }).toString();

const stops: readonly Stop[] = [
  { name: 'dashboard', open: (page) => open(page, '/dashboard') },
  { name: 'new-session', open: (page) => open(page, '/sessions/new') },
  { name: 'sessions', open: (page) => open(page, '/sessions') },
  { name: 'grid', open: (page) => open(page, `/subjects/grid?${inList}`) },
  { name: 'round', open: (page) => open(page, `/log-round?${inList}`) },
  { name: 'session', open: async (page) => open(page, await firstOf(page, '/sessions')) },
  { name: 'epochs', open: async (page) => open(page, `${await firstOf(page, '/sessions')}/edit?tab=epochs`) },
  { name: 'subject', open: (page) => openSubject(page, 'R022') },
  { name: 'project', open: async (page) => open(page, await firstOf(page, '/projects')) },
  { name: 'search', open: (page) => openSearch(page, 'whisker') },
  { name: 'public', open: async (page) => open(page, await firstOf(page, '/public')) },
];

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
}

async function openSubject(page: Page, name: string): Promise<void> {
  await page.goto(`/subjects?q=${name}`);
  await page.getByRole('main').getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  await page.waitForLoadState('networkidle');
}

async function openSearch(page: Page, words: string): Promise<void> {
  await open(page, '/dashboard');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(words);
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
}

for (const [look, options] of Object.entries({
  wide: { viewport: { width: 1280, height: 860 }, colorScheme: 'light' },
  phone: { viewport: { width: 380, height: 780 }, colorScheme: 'dark' },
} as const))
  test(`every stop of the tour can be seen, ${look}`, async ({ as }) => {
    test.slow();
    mkdirSync(folder, { recursive: true });
    const page = await as('pi', { ...options, reducedMotion: 'reduce' });
    for (const stop of stops)
      await test.step(stop.name, async () => {
        await stop.open(page);
        await expectNoSidewaysScroll(page);
        await page.screenshot({ path: path.join(folder, `${stop.name}-${look}.png`) });
      });
  });
