import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test';

// Several people, and many pages.
test.describe.configure({ timeout: 180_000 });

const unique = (word: string) => `${word} ${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;

test('a list is filtered, kept as a view and shared with a group; nobody else opens it', async ({ as }) => {
  const [pi, student, stranger] = [await as('pi'), await as('student'), await as('stranger')];
  const name = unique('Fresh males');
  await pi.goto('/subjects');
  await pi.getByRole('button', { name: 'Filters' }).click();
  await pi.getByRole('combobox', { name: 'Changed', exact: true }).click();
  await pi.getByRole('option', { name: 'Last 30 days' }).click();
  await expect(pi).toHaveURL(/f\.updated_at=30d/);
  await pi.getByRole('combobox', { name: 'Sex' }).click();
  await pi.getByRole('option', { name: 'Male', exact: true }).click();
  await expect(pi.getByRole('button', { name: 'Sex: Male' })).toBeVisible();
  await expect(pi.getByRole('button', { name: 'Changed: last 30 days' })).toBeVisible();
  await expectAccessible(pi);
  await pi.getByRole('button', { name: 'Save view…' }).click();
  await pi.getByLabel('Name of the view').fill(name);
  await pi.getByRole('combobox', { name: 'Who sees it' }).click();
  await pi.getByRole('option', { name: 'Members of Okafor Lab' }).click();
  await pi.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(pi.getByRole('navigation', { name: 'Views' }).getByRole('link', { name })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await expectAccessible(pi);
  const address = new URL(pi.url());
  const link = `/subjects?view=${address.searchParams.get('view')}`;

  await student.goto('/subjects');
  await student.getByRole('navigation', { name: 'Views' }).getByRole('link', { name }).click();
  await expect(student.getByRole('button', { name: 'Sex: Male' })).toBeVisible();
  await stranger.goto(link);
  await expect(stranger.getByText('This view is not there')).toBeVisible();
  await expect(stranger.getByText(name)).toHaveCount(0);

  await pi.getByRole('button', { name: `More for the view ${name}` }).click();
  await pi.getByRole('menuitem', { name: 'Delete view' }).click();
  await expect(pi.getByRole('link', { name })).toHaveCount(0);
  await pi.getByRole('button', { name: 'Undo' }).last().click();
  await expect(pi.getByRole('navigation', { name: 'Views' }).getByRole('link', { name })).toBeVisible();
});

test('rows are chosen by Shift and by key, exported, and deleted with undo; a card tells a row’s facts', async ({
  as,
}) => {
  const page = await as('pi');
  const word = unique('Listed').replace(' ', '');
  for (const letter of ['A', 'B', 'C']) {
    await page.goto('/projects/new');
    await page.getByLabel('Name', { exact: false }).first().fill(`${word}-${letter}`);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${word}-${letter}`);
  }
  await page.goto(`/projects?q=${word}&sort=name&cols=name,created_at`);
  await page.getByRole('checkbox', { name: `Select ${word}-A` }).click();
  await page.getByRole('checkbox', { name: `Select ${word}-B` }).click({ modifiers: ['Shift'] });
  const bar = page.getByRole('region', { name: 'Selection' });
  await expect(bar).toContainText('2 projects selected');
  await expectAccessible(page);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    bar
      .getByRole('button', { name: 'Export' })
      .click()
      .then(() => page.getByRole('menuitem', { name: 'CSV The columns shown' }).click()),
  ]);
  expect(file.suggestedFilename()).toMatch(/^projects-selected-\d{4}-\d{2}-\d{2}\.csv$/);
  const rows = parse(await readFile(await file.path(), 'utf8')) as string[][];
  expect(rows.map(([name]) => name)).toEqual(['Name', `${word}-A`, `${word}-B`]);

  await page.getByRole('link', { name: `${word}-C`, exact: true }).focus();
  await page.keyboard.press('x');
  await expect(bar).toContainText('3 projects selected');
  await page.keyboard.press('i');
  const card = page.getByRole('dialog', { name: `Facts of ${word}-C` });
  await expect(card.getByRole('link', { name: 'Edit' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: `${word}-C`, exact: true })).toBeFocused();

  await bar.getByRole('button', { name: 'Delete…' }).click();
  await page.getByRole('button', { name: 'Delete projects' }).click();
  await expect(page.getByText('No projects found')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(page.getByRole('link', { name: `${word}-A`, exact: true })).toBeVisible();

  await page.setViewportSize({ width: 380, height: 760 });
  await page.getByRole('button', { name: /^Filters/ }).click();
  await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible();
  await expectNoSidewaysScroll(page);
});
