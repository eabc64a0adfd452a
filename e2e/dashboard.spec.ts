import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test';

const unique = (word: string) => `${word} ${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;

/** Posts to the API as whoever looks at the page, and answers the record. */
async function poster(page: Page) {
  await page.goto('/account/tokens');
  await page.getByLabel('Name').fill('Dashboard test');
  await page.getByRole('button', { name: 'Make token' }).click();
  const token = (await page.getByRole('status').locator('code').first().textContent()) ?? '';
  const headers = { Authorization: `Bearer ${token}` };
  return async (method: 'post' | 'patch', path: string, data: object) => {
    const answer = await page.request[method](`/api/private/${path}`, { headers, data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return Object.values(await answer.json())[0] as { id: string };
  };
}

test('what a session lacks stands on the dashboard with its field, until it is there', async ({ as }) => {
  const page = await as('pi');
  const send = await poster(page);
  const [projectName, name] = [unique('Dashboard'), unique('Lacking')];
  const project = await send('post', 'stem/project/', { name: projectName });
  const session = await send('post', 'stem/session/', {
    name,
    projects: [project.id],
    date_time: new Date().toISOString(),
    experimenter: 'Amara Okafor',
  });

  await page.goto('/dashboard?needs=all');
  const need = page.getByRole('list', { name: 'What needs doing' }).getByRole('listitem').filter({ hasText: name });
  const lacks = /lacks data storage, (.+, )?description, .*TTLs and cameras/;
  await expect(need).toContainText(lacks);
  await expect(need.getByRole('link', { name: 'Add data storage' })).toHaveAttribute('href', /\/edit#datastorage$/);
  await expect(page.getByRole('list', { name: 'Today' })).toContainText(name);
  await expect(page.getByRole('list', { name: 'Projects' })).toContainText(projectName);
  await expect(page.getByRole('img', { name: /^Sessions by week/ })).toBeVisible();
  await page.getByText('Values as a table').click();
  await expect(page.getByRole('table', { name: /^Sessions by week/ })).toContainText('Of others');
  await expect(page.getByRole('list', { name: 'Projects' }).getByRole('listitem').first()).toContainText('You own it');
  await expectAccessible(page);

  await need.getByRole('link', { name: 'Add data storage' }).click();
  await expect(page).toHaveURL(new RegExp(`/sessions/${session.id}/edit#datastorage$`));
  await page.getByRole('textbox', { name: 'Description' }).fill('The mouse ran.');
  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await expect(page.getByText('Saved', { exact: false }).first()).toBeVisible();
  await page.goto('/dashboard?needs=all');
  await expect(need).toBeVisible();
  await expect(need).not.toContainText('description');
  const edited = page.getByRole('list', { name: 'What you were doing' });
  await edited.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);

  // The project says the same, and its next session begins in it.
  await page.goto(`/projects/${project.id}`);
  await expect(page.getByRole('list', { name: 'People' })).toContainText('Amara Okafor');
  await expect(page.getByRole('complementary', { name: 'About this project' })).toContainText(name);
  await expectAccessible(page);
  await page.setViewportSize({ width: 380, height: 760 });
  await expectNoSidewaysScroll(page);
  await page.goto('/dashboard?needs=all');
  await expect(need).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.goto(`/projects/${project.id}`);
  await page.getByRole('link', { name: 'New session' }).click();
  await expect(page).toHaveURL(new RegExp(`projects=${project.id}`));
});

test('the dashboard shows all that needs doing when asked, whole sentences and no hole between its panels', async ({
  as,
}) => {
  const page = await as('pi');
  const send = await poster(page);
  const project = await send('post', 'stem/project/', { name: unique('Many needs') });
  for (const name of Array.from({ length: 8 }, () => unique('Need')))
    await send('post', 'stem/session/', { name, projects: [project.id] });

  await page.goto('/dashboard');
  const needs = page.getByRole('list', { name: 'What needs doing' }).getByRole('listitem');
  await expect(needs).toHaveCount(6);
  await page.getByRole('link', { name: /^Show all \d+$/ }).click();
  await expect(page).toHaveURL(/needs=all/);
  const count = Number(
    await page
      .getByRole('heading', { name: /^What needs doing \d+$/ })
      .locator('span')
      .textContent(),
  );
  expect(count).toBeGreaterThan(7);
  await expect(needs).toHaveCount(count);
  await page.getByRole('link', { name: 'Show fewer' }).click();
  await expect(needs).toHaveCount(6);

  for (const width of [1280, 380]) {
    await page.setViewportSize({ width, height: 800 });
    const cut = needs
      .locator('.dashboard-text')
      .evaluateAll((texts) =>
        texts.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(({ textContent }) => textContent),
      );
    expect(await cut, `cut off at ${width} px`).toEqual([]);
    // A panel ends where its content ends, and the next begins there: only one of two beside each other may be shorter.
    const gaps = await page
      .locator('section:has(> div > h2)')
      .evaluateAll((panels) =>
        panels
          .filter((panel) => ['Today', 'What needs doing'].some((title) => panel.textContent?.startsWith(title)))
          .map(
            (panel) =>
              panel.getBoundingClientRect().bottom - (panel.lastElementChild?.getBoundingClientRect().bottom ?? 0),
          ),
      );
    expect(gaps).toHaveLength(2);
    expect(Math.max(...gaps), `hole at ${width} px`).toBeLessThan(64);
  }
});

test('a public project is read, cited and found by strangers, and only while it is public', async ({ as, browser }) => {
  const send = await poster(await as('pi'));
  const name = `${unique('Open')} </script><b>`;
  const project = await send('post', 'stem/project/', {
    name,
    description: '<p>Barrel cortex at work.</p>',
    user_roles: [{ user: 'amara.okafor@example.org', role: 'Data collector' }],
  });
  await send('post', 'stem/session/', { name: 'First', projects: [project.id], date_time: '2025-03-04T10:00:00Z' });
  await send('patch', `stem/project/${project.id}/`, { is_public: true });

  const context = await browser.newContext({ colorScheme: 'dark' });
  const anyone = await context.newPage();
  const path = `/public/projects/${project.id}`;
  await anyone.goto(path);
  await expect(anyone.getByRole('heading', { level: 1 })).toHaveText(name);
  const main = anyone.getByRole('main');
  await expect(main).toContainText(`Okafor, A. (2025). ${name} [Data set]. Sulcus.`);
  await expect(main).not.toContainText('example.org');
  await anyone.getByText('BibTeX').first().click();
  await expect(main).toContainText('@misc{okafor2025open,');

  const data: unknown = JSON.parse((await anyone.locator('script[type="application/ld+json"]').textContent()) ?? '');
  expect(data).toMatchObject({
    '@type': 'Dataset',
    name,
    description: 'Barrel cortex at work.',
    creator: [{ name: 'Amara Okafor' }],
    size: '0 subjects, 1 session',
    temporalCoverage: '2025-03-04/2025-03-04',
  });
  await expect(anyone.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`${path}$`));
  await expectAccessible(anyone);
  await anyone.setViewportSize({ width: 380, height: 760 });
  await expectNoSidewaysScroll(anyone);

  await send('patch', `stem/project/${project.id}/`, { is_public: false });
  await anyone.goto(path);
  await expect(anyone.getByRole('heading', { level: 1 })).toHaveText('Nothing here');
  await expect(anyone.locator('script[type="application/ld+json"]')).toHaveCount(0);
  await context.close();
});
