import { modelList } from '@/lib/models';
import { catalogueOf } from '@/lib/models/approval';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test';

const approvals = modelList.filter(catalogueOf);
const others = modelList.filter((model) => !catalogueOf(model));
/** Whether the demo has some for whoever looks: only what waits for somebody's answer may be none. */
const hasRecords = ({ readOnly }: (typeof modelList)[number]) => !readOnly;
/** Accounts come from elsewhere, regions from atlases; what is read-only is answered, not written. */
const isCreated = ({ name, readOnly }: (typeof modelList)[number]) =>
  !readOnly && name !== 'user' && name !== 'brainregion';

test.describe('every model has its pages', () => {
  for (const model of others) {
    test(`${model.labelPlural}: list, record and forms`, async ({ sharedByPi }) => {
      const page = await sharedByPi.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(`/${model.path}`);
      const heading = page.getByRole('heading', { level: 1 });
      await expect(heading).toHaveText(new RegExp(model.labelPlural, 'i'));
      await expectAccessible(page);
      await expect(page.getByRole('link', { name: `New ${model.label.toLowerCase()}` })).toHaveCount(
        isCreated(model) ? 1 : 0,
      );
      const row = page.getByRole('table').getByRole('row').nth(1).getByRole('link').first();
      if (hasRecords(model) || (await row.count()) > 0) {
        await row.click();
        await expect(page).toHaveURL(new RegExp(`/${model.path}/[^/]+$`));
        await expect(heading).toBeVisible();
        await expectAccessible(page);
        await page.getByRole('button', { name: /^More for this/ }).click();
        await expect(page.getByRole('menuitem', { name: 'Duplicate' })).toHaveCount(
          isCreated(model) && !model.view && !['group', 'session'].includes(model.name) ? 1 : 0,
        );
        await page.keyboard.press('Escape');
        const change = page.getByRole('main').getByRole('link', { name: /^(Edit|Rename|Suggest a change)$/ });
        if (model.readOnly) await expect(change).toHaveCount(0);
        if ((await change.count()) > 0) {
          await change.first().click();
          await expect(page).toHaveURL(new RegExp(`/${model.path}/[^/]+/edit$`));
          await expect(page.getByRole('main').getByRole('link', { name: /^(Cancel|Done)$/ })).toBeVisible();
        }
      }
      if (isCreated(model)) {
        await page.goto(`/${model.path}/new`);
        await expect(heading).toContainText(/new|propose/i);
        await expectAccessible(page);
      }
      expect(errors).toEqual([]);
      await page.close();
    });
  }

  test('what was proposed to each catalogue has its pages', async ({ as }) => {
    const page = await as('administrator');
    for (const model of approvals) {
      await page.goto(`/${model.path}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(model.labelPlural, 'i'));
      await expect(page.getByRole('link', { name: 'All approvals' })).toBeVisible();
    }
    await page.goto('/setup-types-approvals');
    await page.getByRole('link', { name: 'Head-fixed textured belt' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Head-fixed textured belt');
    await expect(page.getByRole('main').getByRole('link', { name: 'Edit' })).toHaveCount(0);
    await expectAccessible(page);
  });

  test('no list scrolls sideways on a phone', async ({ as }) => {
    const page = await as('pi', { viewport: { width: 380, height: 760 } });
    for (const model of others) {
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
      '/subject-logs',
      '/sessions/new',
      '/protocols/new',
      '/import',
      '/invitations',
      '/account/tokens',
    ]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page);
    }
  });
});

test('a row that only shows a link is deleted without a promise to bring it back', async ({ as }) => {
  const page = await as('pi');
  await page.goto('/session-data-storages');
  await page.getByRole('table').getByRole('row').last().getByRole('link').first().click();
  await page.getByRole('button', { name: /^More for this/ }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('This can’t be undone');
  await dialog.getByRole('button', { name: 'Delete session data storage' }).click();
  await expect(page.getByText('Session data storage deleted', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
});

test('the navigation folds, remembers it, and typing finds what it hides', async ({ as }) => {
  const page = await as('student');
  await page.goto('/dashboard');
  const nav = page.getByRole('navigation', { name: 'Main' });
  await expect(nav.getByRole('link', { name: 'Strains' })).toHaveCount(0);
  await nav.getByRole('button', { name: 'Catalogues' }).click();
  await nav.getByRole('button', { name: 'Laboratory' }).click();
  await nav.getByRole('link', { name: 'Strains' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Strains');
  await page.reload();
  await expect(nav.getByRole('link', { name: 'Species' })).toBeVisible();
  await expect(nav.getByRole('link', { name: 'Setups' })).toHaveCount(0);
  await expectAccessible(page);
  // Where one is shows in a folded section too.
  await page.goto('/setups');
  await expect(nav.getByRole('link', { name: 'Setups' })).toHaveAttribute('aria-current', 'page');
  await expect(nav.getByRole('link', { name: 'Equipment' })).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('procedure logs');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Procedure logs');
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
