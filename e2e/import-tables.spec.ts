import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test';

const header = 'project__name,subject__name,subject__sex,subject__strain,subject__birth_date';
const csv = (name: string, ...rows: string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from([header, ...rows].join('\n')),
});
const choose = (page: Page, file: ReturnType<typeof csv>) => page.locator('input[type=file]').setInputFiles(file);
const planOf = (page: Page) => page.getByRole('region', { name: 'What the import would do' });

test('a student imports subjects: problems, a corrected file, a difference, and the way back', async ({ as }) => {
  const page = await as('student');

  await test.step('the old address leads here, and the template has the columns', async () => {
    await page.goto('/private/import-tool/');
    await expect(page).toHaveURL(/\/import\/tables$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download the template' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('subjects.csv');
    expect(readFileSync(await download.path(), 'utf8')).toContain('project__name,subject__name');
    await page.getByText('Columns of this table').click();
    await expect(page.getByRole('table', { name: 'Columns of subjects' })).toContainText('One of F, M, U.');
    await expectAccessible(page);
    await page.getByText('Columns of this table').click();
  });

  await test.step('a file with problems is refused cell by cell', async () => {
    await choose(
      page,
      csv(
        'mice.csv',
        'Whisker decisions,E2E 1,female,C57BL/6J,2026-01-15',
        'Whisker decision,E2E 2,F,C57BL/6J,15.1.2026',
      ),
    );
    const plan = planOf(page);
    await expect(plan.getByRole('region', { name: 'subject__sex', exact: true })).toContainText('did you mean “F”?');
    await expect(plan.getByRole('region', { name: 'project__name', exact: true })).toContainText(
      'Did you mean “Whisker decisions”?',
    );
    await expect(plan.getByRole('region', { name: 'subject__birth_date', exact: true })).toContainText('Row 3');
    await expect(plan.getByRole('cell', { name: 'Problem: female' })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Import 0 rows/ })).toBeDisabled();
    await expectAccessible(page);
  });

  await test.step('the corrected file says what would be, and is imported', async () => {
    await choose(
      page,
      csv('mice.csv', 'Whisker decisions,E2E 1,F,C57BL/6J,2026-01-15', 'Whisker decisions,E2E 2,F,C57BL/6J,2026-01-15'),
    );
    await expect(planOf(page).getByRole('status')).toHaveText('2 rows: 2 new.');
    await page.getByRole('button', { name: 'Import 2 rows' }).click();
    await expect(page.getByText('2 created, 0 changed, 0 as they were.')).toBeVisible();
    await expect(page.getByRole('list', { name: 'Imported records' }).getByRole('link')).toHaveText(['E2E 1', 'E2E 2']);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Import more' }).click();
  });

  await test.step('what differs is kept unless one chooses', async () => {
    await choose(page, csv('sexes.csv', 'Whisker decisions,E2E 1,M,C57BL/6J,2026-01-15'));
    const plan = planOf(page);
    await expect(plan.getByRole('status')).toHaveText('One row: 1 kept as in the portal.');
    await expect(plan.getByRole('table', { name: 'Differences' })).toContainText('Sex: F → M');
    await expectAccessible(page);
    await plan.getByRole('radio', { name: 'Update it from the file' }).click();
    await expect(plan.getByRole('status')).toHaveText('One row: 1 with changes.');
    await page.getByRole('button', { name: 'Import one row' }).click();
    await expect(page.getByText('0 created, 1 changed, 0 as they were.')).toBeVisible();
  });

  await test.step('both imports are undone, the last first', async () => {
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByRole('button', { name: 'Undo import' }).click();
    const past = page.getByRole('table', { name: 'Past imports' });
    await expect(past.getByRole('row', { name: /sexes\.csv/ }).first()).toContainText('undone');
    await page.getByRole('button', { name: 'Undo the import of mice.csv' }).first().click();
    await page.getByRole('button', { name: 'Undo import' }).click();
    await expect(past.getByRole('row', { name: /mice\.csv/ }).first()).toContainText('undone');
    await page.goto('/subjects?q=E2E');
    await expect(page.getByText('E2E 1')).toHaveCount(0);
  });
});

test('a running import can be cancelled, and the file stays', async ({ as }) => {
  const page = await as('student');
  await page.goto('/import/tables');
  const rows = Array.from({ length: 10_000 }, (_, index) => `Whisker decisions,Many ${index},F,C57BL/6J,2026-01-15`);
  await choose(page, csv('many.csv', ...rows));
  await page.getByRole('button', { name: 'Import 10,000 rows' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('The import was cancelled. Nothing was written.')).toBeVisible();
  await expect(page.getByText('many.csv')).toBeVisible();
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(planOf(page).getByRole('status')).toHaveText('10,000 rows: 10,000 new.');
});

test('somebody who was signed out half-way keeps the file', async ({ as }) => {
  const page = await as('student');
  await page.goto('/import/tables');
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await choose(page, csv('kept.csv', 'Whisker decisions,Kept 1,F,C57BL/6J,2026-01-15'));
  await expect(page.getByRole('alert').filter({ hasText: 'You were signed out' })).toBeVisible();
  await page.context().addCookies(cookies);
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(planOf(page).getByRole('status')).toHaveText('One row: 1 new.');
});

test('it fits a phone, dark, by keyboard', async ({ as }) => {
  const page = await as('student', { viewport: { width: 380, height: 760 }, colorScheme: 'dark' });
  await page.goto('/import/tables');
  await page.getByText('Columns of this table').press('Enter');
  await expectNoSidewaysScroll(page);
  await page.getByRole('combobox', { name: 'Table' }).press('Enter');
  await page.getByRole('option', { name: 'Epochs' }).press('Enter');
  await expect(page).toHaveURL(/table=epochs$/);
  await expect(page.getByRole('table', { name: 'Columns of epochs' })).toBeVisible();
  await choose(page, csv('wrong.csv', 'Whisker decisions,Phone,F,C57BL/6J,2026-01-15'));
  await expect(planOf(page)).toContainText('The column “session__name” is missing.');
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});
