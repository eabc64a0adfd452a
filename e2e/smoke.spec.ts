import { modelList } from '@/lib/models';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test';

const listed = modelList.filter(({ nav }) => nav !== null);

test.describe('every model has its pages', () => {
  for (const model of listed) {
    test(`${model.labelPlural}: list, record and form`, async ({ as }) => {
      const page = await as('pi');
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(`/${model.path}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(model.labelPlural, 'i'));
      await expectAccessible(page);
      const row = page.getByRole('table').getByRole('row').nth(1).getByRole('link').first();
      await row.click();
      await expect(page).toHaveURL(new RegExp(`/${model.path}/[^/]+$`));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page);
      if (model.name !== 'user' && model.name !== 'brainregion') {
        await page.goto(`/${model.path}/new`);
        await expect(page.getByRole('heading', { level: 1 })).toContainText(/new|propose/i);
        await expectAccessible(page);
      }
      expect(errors).toEqual([]);
    });
  }

  test('no list scrolls sideways on a phone', async ({ as }) => {
    const page = await as('pi', { viewport: { width: 380, height: 760 } });
    for (const model of listed) {
      await page.goto(`/${model.path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectNoSidewaysScroll(page);
    }
  });

  test('pages in the dark are as legible', async ({ as }) => {
    const page = await as('pi', { colorScheme: 'dark' });
    for (const path of [
      '/dashboard',
      '/sessions',
      '/subjects',
      '/projects',
      '/sessions/new',
      '/import',
      '/account/tokens',
    ]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page);
    }
  });
});

test('a page that needs someone leads to the sign-in and back', async ({ page }) => {
  await page.goto('/subjects?q=M07');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await expectAccessible(page);
  await page.getByLabel('E-mail').fill('amara.okafor@example.org');
  await page.getByLabel(/^Password/).fill('sulcus-demo-2026');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/subjects\?q=M07$/);
});
