import { expect, test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';
import axe from 'axe-core';
import { twMerge } from 'tailwind-merge';
import { password, people, type Person } from './people';

/** Signs in through the page and answers the context's cookies for the next pages of the same person. */
async function signedIn(browser: Browser, person: Person, baseURL: string | undefined) {
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(people[person]);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/dashboard');
  const state = await context.storageState();
  await context.close();
  return state;
}

type States = {
  stateOf: (person: Person) => Promise<Awaited<ReturnType<BrowserContext['storageState']>>>;
  /** A browser of the PI that the tests of a worker share: what one has fetched, the next need not. */
  sharedByPi: BrowserContext;
};
type Pages = {
  /** A page of someone who is signed in; each call is a browser of its own. */
  as: (person: Person, options?: Parameters<Browser['newContext']>[0]) => Promise<Page>;
};

/** Playwright's test with people: nobody passes the sign-in page more than once a worker. */
export const test = base.extend<Pages, States>({
  stateOf: [
    async ({ browser }, use, workerInfo) => {
      const states = new Map<Person, ReturnType<typeof signedIn>>();
      await use((person) => {
        const state = states.get(person) ?? signedIn(browser, person, workerInfo.project.use.baseURL);
        states.set(person, state);
        return state;
      });
    },
    { scope: 'worker' },
  ],
  sharedByPi: [
    async ({ browser, stateOf }, use, { project }) => {
      const { baseURL } = project.use;
      const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), storageState: await stateOf('pi') });
      await use(context);
      await context.close();
    },
    { scope: 'worker' },
  ],
  as: async ({ browser, stateOf, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (person, options = {}) => {
      const context = await browser.newContext({
        ...(baseURL ? { baseURL } : {}),
        ...options,
        storageState: await stateOf(person),
      });
      contexts.push(context);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect };

/** axe in the page itself: no frames, no second page to gather what it found, nothing kept but that. */
async function analyse(page: Page): Promise<axe.Result[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: inPage } = window as typeof window & { axe: typeof axe };
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { violations } = await inPage.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
    return violations;
  });
}

/**
 * Class names of an element of which one undoes another: which of them wins is chance, unless it is marked important. Names are
 * only joined in the product, so that no page carries a table of all utilities.
 */
async function fightingClasses(page: Page): Promise<string[]> {
  const all = await page.evaluate(() => [
    ...new Set([...document.querySelectorAll('[class]')].map((element) => element.getAttribute('class') ?? '')),
  ]);
  return all.flatMap((given) => {
    const kept = new Set(twMerge(given).split(/\s+/));
    const lost = given.split(/\s+/).filter((name) => name !== '' && !kept.has(name));
    return lost.length > 0 ? [`“${lost.join(' ')}” in “${given}”`] : [];
  });
}

/** Fails with every breach of WCAG 2.2 AA that axe finds on the page, and with styles that undo each other. */
export async function expectAccessible(page: Page): Promise<void> {
  // Next streams the title after the page, also when a save has made it load anew.
  await expect(page).toHaveTitle(/\S/);
  // The whole page is looked at as one screen: a bar that stays in sight while one scrolls covers nothing then.
  const size = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (size) await page.setViewportSize({ width: size.width, height: Math.max(size.height, height + 200) });
  let violations = await analyse(page);
  // A save may have made the page load anew meanwhile.
  if (violations.some(({ id }) => id === 'document-title')) {
    await expect(page).toHaveTitle(/\S/);
    violations = await analyse(page);
  }
  if (size) await page.setViewportSize(size);
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `    ${html.slice(0, 160)}\n    ${failureSummary ?? ''}`).join('\n')}`,
  );
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
  expect(await fightingClasses(page), `styles of ${page.url()}`).toEqual([]);
}

/** Fails when the page scrolls sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `sideways scroll of ${page.url()}`).toBeLessThanOrEqual(0);
}
