import type { Page } from '@playwright/test';
import { ask } from './ask';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test';
import { phone, swipe } from './touch';

// One long way through the sheet, on several pages.
test.describe.configure({ timeout: 120_000 });

const unique = (word: string) => `${word}-${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;

/** Pastes as a spreadsheet has put it on the clipboard; a test's browser may not read a real one. */
const paste = (page: Page, text: string) =>
  page.evaluate((cells) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', cells);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);

test('sessions are pasted from a spreadsheet, mended, filled down, saved together, undone, and changed in a grid', async ({
  as,
}) => {
  const page = await as('pi');
  await page.goto('/dashboard');
  const word = unique('Grid').toLowerCase();
  const { project } = (await ask(page, 'POST', 'stem/project/', { name: `Project ${word}` })) as {
    project: { id: string };
  };
  const name = (number: number) => `${word}-0${number}`;

  await page.goto('/sessions');
  await page.getByRole('link', { name: 'New in a grid' }).click();
  const sheet = page.getByRole('grid', { name: 'Sessions' });
  const cell = (row: number, column: number) => sheet.locator(`[data-row="${row}"] [data-col="${column}"]`);
  /** What there is to say of the active cell. */
  const line = page.getByRole('paragraph');
  // One begins to type, or to paste.
  await expect(cell(0, 0)).toBeFocused();
  await paste(
    page,
    [
      ['Name', 'Project', 'Room', 'date_time', 'Name in storage', 'Description'],
      [name(1), `Project ${word}`, 'Room 7', '14-Mar-2026 09:30', 'here', '"Two\nlines"'],
      [name(2), `Project ${word}`, '', 'yesterday', '', ''],
      [name(3), `Project ${word}x`, '', '2026-03-16 09:30', '', ''],
    ]
      .map((line) => line.join('\t'))
      .join('\r\n'),
  );
  await expect(page.getByText('3 sessions to save, 2 cells need mending')).toBeVisible();
  // What has no column is told; what has one that is not shown gets it.
  await expect(page.getByText('“Room”: no column has this name. 1 value: Room 7.')).toBeVisible();
  await expect(sheet.getByRole('gridcell', { name: 'here' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByText(/no column has this name/)).toHaveCount(0);

  await page.getByRole('button', { name: 'Show the next' }).click();
  await expect(line.filter({ hasText: /Expected a date and time/ })).toBeVisible();
  const bad = sheet.getByRole('gridcell', { name: 'yesterday' });
  await expect(bad).toHaveAttribute('aria-invalid', 'true');
  await expect(bad).toBeFocused();
  await page.keyboard.type('2026-03-15 09:30');
  await page.keyboard.press('Enter');
  await expect(page.getByText('3 sessions to save, 1 cell needs mending')).toBeVisible();
  await page.getByRole('button', { name: 'Show the next' }).click();
  await expect(line.filter({ hasText: /There is no project .*Did you mean/ })).toBeVisible();
  // From the cell above, by the keyboard.
  await sheet.getByRole('gridcell', { name: `Project ${word}x` }).click();
  await page.keyboard.press('Control+d');
  await expect(page.getByText(/needs? mending/)).toHaveCount(0);
  await sheet.getByRole('gridcell', { name: name(3) }).click();
  await sheet.getByTitle('Drag to fill downwards').dragTo(cell(3, 0));
  await expect(page.getByRole('button', { name: 'Repeat instead' })).toBeVisible();
  await expect(sheet.getByRole('gridcell', { name: name(4) })).toBeVisible();

  // Nothing is lost by a reload.
  await expect(page.getByText(/Saved as draft/)).toBeVisible();
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByText(/Restored what you typed/)).toBeVisible();
  await sheet.getByRole('gridcell', { name: name(4) }).click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+d');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('4 sessions created', { exact: true })).toBeVisible();
  // The list shows what is new, until one wants all of it.
  await expect(page).toHaveURL(/sessions\?f\.created_at=/);
  await expect(page.getByRole('row')).toHaveCount(5);
  await expect(page.getByRole('button', { name: /^Created: / })).toBeVisible();
  await page.getByRole('button', { name: 'Show all sessions' }).click();
  await expect(page).toHaveURL(/sessions$/);
  await page.goto(`/sessions?f.projects=${project.id}`);
  await expect(page.getByRole('row')).toHaveCount(5);

  await page.goto('/sessions/grid?count=3');
  await cell(0, 0).click();
  await paste(page, `${name(8)}\tProject ${word}\n${name(9)}\tProject ${word}`);
  await page.keyboard.press('Control+s');
  await expect(page.getByText('2 sessions created', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(page.getByText('Undone: 2 sessions created', { exact: true })).toBeVisible();
  await page.goto(`/sessions?f.projects=${project.id}`);
  await expect(page.getByRole('row')).toHaveCount(5);

  await page.getByRole('checkbox', { name: `Select ${name(1)}` }).check();
  await page.getByRole('checkbox', { name: `Select ${name(2)}` }).check();
  await page.setViewportSize({ width: 380, height: 740 });
  await page.getByRole('link', { name: 'Edit in a grid' }).click();
  await sheet.getByRole('gridcell', { name: name(1) }).click();
  await expectNoSidewaysScroll(page);
  await page.keyboard.press('F2');
  await page.keyboard.type('b');
  await page.keyboard.press('Tab');
  await expect(page.getByText('1 session to save')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('1 session changed', { exact: true })).toBeVisible();
  await page.goto(`/sessions?f.projects=${project.id}`);
  await expect(page.getByRole('link', { name: `${name(1)}b` })).toBeVisible();
});

test('a finger fills cells downwards', async ({ as }) => {
  const page = await as('pi', phone);
  await page.goto('/subjects/grid?count=4');
  const sheet = page.getByRole('grid', { name: 'Subjects' });
  const cell = (row: number) => sheet.locator(`[data-row="${row}"] [data-col="0"]`);
  await expect(cell(0)).toBeFocused();
  await page.keyboard.type('finger-1');
  await page.keyboard.press('Enter');
  await cell(0).tap();
  const handle = await sheet.getByTitle('Drag to fill downwards').boundingBox();
  const last = await cell(2).boundingBox();
  if (!handle || !last) throw new Error('Expected the handle and the cell on the page.');
  expect(handle.width).toBeGreaterThanOrEqual(24);
  const x = handle.x + handle.width / 2;
  await swipe(page, [x, handle.y + handle.height / 2], [x, last.y + last.height / 2]);
  for (const row of [1, 2]) await expect(cell(row)).toHaveText(`finger-${row + 1}`);
  await expect(cell(3)).toHaveText('');
});
