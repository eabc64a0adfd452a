import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test';

test('one finds and opens anything by keyboard', async ({ as }) => {
  const page = await as('pi');
  await page.goto('/dashboard');
  const box = page.getByRole('combobox', { name: 'Search or go to' });
  const options = page.getByRole('option');

  await test.step('what was opened last is there before anything is typed', async () => {
    await page.getByRole('table', { name: 'Subjects' }).getByRole('link').first().click();
    await expect(page).toHaveURL(/\/subjects\/[^/]+$/);
    const opened = await page.getByRole('heading', { level: 1 }).innerText();
    await page.keyboard.press('/');
    await expect(options.first()).toContainText(opened.trim());
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Escape');
    await expect(box).toHaveCount(0);
  });

  await test.step('a mistyped word finds what is called alike, by kind', async () => {
    await page.keyboard.press('Control+k');
    await box.fill('hipocampal');
    await expect(page.getByRole('group', { name: 'Projects called alike' })).toContainText('Hippocampal sequences');
    await expectAccessible(page);
  });

  await test.step('a kind narrows it, arrows choose, Enter opens', async () => {
    await box.fill('project: hippo');
    await expect(page.getByRole('button', { name: 'Only in Projects; search everything' })).toBeVisible();
    await expect(options.first()).toHaveText(/^Hippocampal sequences/);
    await expect(options.first().locator('mark').first()).toHaveText('Hippo');
    await page.keyboard.press('ArrowDown');
    await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/projects\/[^/]+$/);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Hippocampal sequences');
  });

  await test.step('all of a kind are a list, all of everything a page', async () => {
    await page.keyboard.press('/');
    await box.fill('session: 2026');
    await page.getByRole('option', { name: /^See all [\d,]+ in Sessions$/ }).click();
    await expect(page).toHaveURL(/\/sessions\?q=2026$/);
    await page.keyboard.press('/');
    await box.fill('linear');
    await page.getByRole('option', { name: 'All results on one page' }).click();
    await expect(page).toHaveURL(/\/search\?q=linear$/);
    await expect(page.getByRole('region', { name: 'Setups' }).getByRole('link').first()).toContainText('Linear track');
    await expectAccessible(page);
  });
});

test('the search fits a phone, and tells a stranger nothing', async ({ as }) => {
  const page = await as('stranger', { viewport: { width: 380, height: 760 } });
  await page.goto('/search?q=Dopamine+in+changing+odds&in=projects');
  await expect(page.getByRole('heading', { name: /^Nothing is called/ })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: /^Search or go to/ }).click();
  const box = page.getByRole('combobox', { name: 'Search or go to' });
  await box.fill('hippocampal formation');
  await expect(page.getByRole('option').first()).toContainText('Hippocampal formation');
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test('what is typed before the search is there goes into it, and nowhere else', async ({ as }) => {
  const page = await as('pi');
  // Its script comes late, as over the network of a basement.
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.goto('/sessions');
  await page.route('**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  // `n`, `e` and `l` mean other things on this page.
  await page.keyboard.type('/neurol', { delay: 30 });
  await expect(page).toHaveURL(/\/sessions$/);
  release();
  await expect(page.getByRole('combobox', { name: 'Search or go to' })).toHaveValue('neurol');
  await page.keyboard.type('ink');
  await expect(page.getByRole('combobox', { name: 'Search or go to' })).toHaveValue('neurolink');
});
