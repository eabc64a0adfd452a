import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test';

test('a list, as it is filtered and sorted, is asked for by the snippets of its API page', async ({ as }) => {
  const page = await as('pi');
  await page.goto('/sessions?q=M0&sort=-name&size=25');
  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible();
  const shown = await page.getByRole('table').getByRole('row').nth(1).getByRole('link').first().getAttribute('href');
  await page.getByRole('main').getByRole('link', { name: 'API', exact: true }).click();
  await expect(page).toHaveURL(/\/api-docs\/stem\/session\?/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sessions');
  const curl = page.getByRole('figure').filter({ hasText: 'List sessions' }).locator('code');
  for (const part of ['search=M0', 'sort[]=-name', 'limit=25'])
    await expect(curl).toContainText(`--data-urlencode '${part}'`);
  await expectAccessible(page);

  // What the snippet asks for is what was on screen.
  const query = new URL(page.url()).search;
  const answer = await page.request.get(`/api/private/stem/session/${query}`);
  const { sessions } = (await answer.json()) as { sessions: { id: string }[] };
  expect(`/sessions/${sessions[0]?.id}`).toBe(shown);

  await page.getByRole('tab', { name: 'Python', exact: true }).click();
  await expect(page.getByRole('figure').filter({ hasText: 'List sessions' })).toContainText('("search", "M0")');
  await page.reload();
  await expect(page.getByRole('tab', { name: 'Python', exact: true })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('tab', { name: /^MATLAB, / }).click();
  await expect(page.getByRole('figure').filter({ hasText: 'Read a session' })).toContainText("client.load('session'");
});

test('a record is shown as the API answers it, to who may see it', async ({ as }) => {
  const [page, other] = [await as('pi'), await as('stranger')];
  const idsOf = async ({ request }: typeof page) => {
    const answer = await request.get('/api/private/stem/session/?limit=1000');
    return ((await answer.json()) as { sessions: { id: string }[] }).sessions.map(({ id }) => id);
  };
  const theirs = await idsOf(other);
  const id = (await idsOf(page)).find((mine) => !theirs.includes(mine)) ?? '';
  await page.goto(`/sessions/${id}`);
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await page.getByRole('main').getByRole('link', { name: 'API', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'This session' })).toBeVisible();
  await expect(page.getByRole('figure').filter({ hasText: 'Its address' })).toContainText(
    `/api/private/stem/session/${id}/`,
  );
  await expect(page.getByRole('figure').filter({ hasText: /^Answer|Answer$/ })).toContainText(`"name": "${name}"`);
  await expect(page.getByRole('figure').filter({ hasText: 'Change one field' })).toContainText(id);
  // The page begins at its top, not at the tabs further down.
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await expectAccessible(page);

  const address = page.url();
  await other.goto(address);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Sessions');
  await expect(other.getByRole('heading', { name: 'This session' })).toHaveCount(0);
  expect(await other.content()).not.toContain(name);
});

test('anyone can read the introduction and the page of a model', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'API', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('API');
  for (const title of ['Authentication', 'Query language', 'Paging and export', 'Writing', 'Many at once', 'Errors'])
    await expect(page.getByRole('heading', { name: title, exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('navigation', { name: 'API' }).getByRole('link', { name: 'Procedures' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Procedures');
  await page.getByText('SiliconProbeImplant', { exact: true }).last().click();
  await expectAccessible(page);
});

test('a query that the API refuses is explained, and the page is there all the same', async ({ page }) => {
  await page.goto('/api-docs/stem/session?filter{nam}=x&limit=0');
  await expect(page.getByText('This query can’t be asked')).toBeVisible();
  await expect(page.getByText(/^limit: Expected a whole number/)).toBeVisible();
  await expect(page.getByRole('figure').filter({ hasText: 'List sessions' })).toBeVisible();
  await expectAccessible(page);
});

test('an unknown model has no page', async ({ page }) => {
  expect((await page.goto('/api-docs/stem/nothing'))?.status()).toBe(404);
});

test('the document comes with an ETag, which saves its body', async ({ request }) => {
  const first = await request.get('/api/openapi.json');
  expect(first.status()).toBe(200);
  expect(await first.json()).toMatchObject({ openapi: '3.1.1', info: { title: 'Sulcus API' } });
  const { etag = '' } = first.headers();
  expect(etag).not.toBe('');
  const again = await request.get('/api/openapi.json', { headers: { 'If-None-Match': etag } });
  expect(again.status()).toBe(304);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`it fits a phone, ${colorScheme}`, async ({ as }) => {
    const page = await as('pi', { viewport: { width: 380, height: 760 }, colorScheme });
    for (const path of ['/api-docs', '/api-docs/modules/procedure', '/api-docs/stem/session?search=M0']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
  });
