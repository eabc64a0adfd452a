import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { validateSessionToml } from '@/lib/formats/session-toml/validate';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test';

const fixture = (name: string) => path.join(import.meta.dirname, 'fixtures', name);
const recorded = fixture('recorded-session.toml');

/** Types into a selector and takes the first that fits. */
async function choose(within: Page | Locator, label: string, text: string): Promise<void> {
  const page = 'page' in within ? within.page() : within;
  await within.getByRole('combobox', { name: label }).fill(text);
  await page.getByRole('option', { name: text }).first().click();
}

async function importRecorded(page: Page): Promise<void> {
  await page.goto('/import');
  await choose(page, 'Project', 'Whisker decisions');
  await page.locator('input[type=file]').setInputFiles(recorded);
}

test('a student imports a session, completes it, and the pipeline downloads the same file twice', async ({
  as,
  request,
}) => {
  // One long way through many pages.
  test.setTimeout(180_000);
  const page = await as('student');

  await test.step('the dry run shows what is wrong and what would be written', async () => {
    await importRecorded(page);
    const plan = page.getByRole('region', { name: 'What the import would do' });
    await expect(plan).toContainText('continuous_time');
    await expect(plan).toContainText('Line 15');
    await plan.getByRole('button', { name: 'Use the pipeline profile' }).click();
    await expect(plan).toContainText('choose its strain');
    await choose(page, 'Strain of new subjects', 'C57BL/6J');
    await expect(plan).toContainText('New');
    await expect(plan).toContainText('mouse_101, new');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Import one session' }).click();
    await expect(page.getByText('1 created, 0 changed')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('typed acquisitions come with their units, epochs with their times', async () => {
    await page.getByRole('link', { name: 'Complete the session' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Session-000101');
    await page.getByRole('tab', { name: 'Data acquisition' }).click();
    await page.getByRole('button', { name: 'Add data acquisition' }).click();
    const form = page.getByRole('form', { name: 'Data acquisition' });
    await choose(form, 'Type', 'Extracellular Electrophysiology');
    await form.getByLabel('Number of channels').fill('384');
    await form.getByRole('textbox', { name: 'Sampling rate', exact: false }).first().fill('30000');
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Add data acquisition' }).click();
    await expect(page.getByRole('list', { name: 'Data acquisitions' })).toContainText(
      'Extracellular Electrophysiology',
    );

    await page.getByRole('tab', { name: 'Epochs' }).click();
    // One way to add, which saves what it adds.
    await expect(page.getByRole('button', { name: /^(Add|New) epoch/ })).toHaveCount(1);
    for (const [name, end, acquisition] of [
      ['Baseline', '00:05:00', ''],
      ['Task', '00:55:00', 'Extracellular Electrophysiology'],
    ] as const) {
      await page.getByRole('button', { name: 'Add epoch' }).click();
      const epoch = page.getByRole('form', { name: 'Epoch' });
      await epoch.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
      await epoch.getByLabel('End').fill(end);
      if (acquisition) await choose(epoch, 'Data acquisition', acquisition);
      await epoch.getByRole('button', { name: 'Add epoch' }).click();
      await expect(page.getByRole('list', { name: 'Epochs' })).toContainText(name);
    }
    const timeline = page.getByRole('application', { name: 'Timeline of the epochs' });
    await expect(timeline.getByRole('button', { name: /^Baseline, 00:00:00 to 00:05:00/ })).toBeVisible();
    await expect(
      timeline.getByRole('button', { name: /^Task, 00:05:00 to .*Extracellular Electrophysiology/ }),
    ).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('what was typed and not saved survives another tab and a reload', async () => {
    await page.getByRole('button', { name: 'Edit Baseline' }).click();
    await page
      .getByRole('form', { name: 'Epoch' })
      .getByRole('textbox', { name: 'Name', exact: true })
      .fill('Baseline in the dark');
    await page.getByRole('tab', { name: 'Behaviors' }).click();
    await expect(page.getByRole('tab', { name: 'Epochs' })).toContainText('not saved');
    await page.getByRole('tab', { name: 'Epochs' }).click();
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Baseline in the dark');
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await expect(page.getByText('Restored what you typed')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Baseline in the dark');
    await page.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('deleting can be undone', async () => {
    await page.getByRole('button', { name: 'Delete Baseline' }).click();
    await expect(page.getByRole('list', { name: 'Epochs' })).not.toContainText('Baseline');
    const notice = page.getByRole('listitem').filter({ hasText: 'Epoch deleted' });
    await notice.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('list', { name: 'Epochs' })).toContainText('Baseline');
  });

  await test.step('the file is the same on a second download and strictly valid', async () => {
    await page.getByRole('link', { name: 'Done' }).click();
    const link = page.getByRole('link', { name: 'Download session.toml' });
    const href = (await link.getAttribute('href')) ?? '';
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const first = readFileSync(await download.path());
    const second = await page.request.get(href);
    expect(second.status()).toBe(200);
    expect(Buffer.compare(first, await second.body())).toBe(0);
    expect(validateSessionToml(first).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const again = await page.request.get(href, { headers: { 'if-none-match': second.headers().etag ?? '' } });
    expect(again.status()).toBe(304);
    // Nobody in particular gets nothing.
    expect((await request.get(href)).status()).toBe(401);
  });

  await test.step('importing the same file again changes nothing', async () => {
    await importRecorded(page);
    await page.getByRole('radio', { name: /Pipeline/ }).click();
    await expect(page.getByText('One file: 1 unchanged.')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Import 0/ })).toBeDisabled();
  });
});

test('what a session.toml lacks leads to the field', async ({ as }) => {
  const page = await as('student');
  await page.goto('/sessions/new');
  await choose(page, 'Projects', 'Whisker decisions');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Incomplete');
  await page.getByRole('button', { name: 'Create and continue' }).click();
  await expect(page).toHaveURL(/tab=recording_files$/);
  await page.getByRole('button', { name: 'Add the subject of the session.' }).click();
  const tab = page.getByRole('tab', { name: 'General' });
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  // The focus ring has room beside the letters.
  expect(await tab.evaluate((element) => parseFloat(getComputedStyle(element).paddingLeft))).toBeGreaterThan(4);
  await page.getByRole('link', { name: 'Done' }).click();
  await page.getByRole('link', { name: 'Add at least one camera.' }).click();
  await expect(page.getByRole('tab', { name: 'Recording files' })).toHaveAttribute('aria-selected', 'true');
});

test('the actions of a session stay at the right, and its start says its zone', async ({ as }) => {
  const page = await as('student', { viewport: { width: 1280, height: 800 } });
  await page.goto('/sessions?q=M072');
  await page
    .getByRole('link', { name: /^M072_/ })
    .first()
    .click();
  const header = page.getByRole('main').locator('header');
  await expect(header.getByRole('link', { name: /NWB/ })).toBeVisible();
  const buttons = header.locator('[data-print=hide]').getByRole('link').or(header.locator('[data-print=hide] button'));
  const places = await buttons.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
  expect(new Set(places.map(({ top, height }) => Math.round(top + height / 2))).size).toBe(1);
  const edge = await header.evaluate((element) => element.getBoundingClientRect().right);
  expect(Math.abs(edge - Math.max(...places.map(({ right }) => right)))).toBeLessThan(2);
  // Once, where the start is told.
  await expect(page.getByText(/^\d{4}-\d\d-\d\d \d\d:\d\d UTC([+−]\d\d:\d\d)?$/)).toHaveCount(1);
});

test('a new record begins at its first field, and a list of several closes with Enter', async ({ as }) => {
  const page = await as('student');
  await page.goto('/sessions/new');
  const projects = page.getByRole('combobox', { name: 'Projects' });
  await expect(projects).toBeFocused();
  await page.keyboard.type('Whisker');
  await expect(page.getByRole('option', { name: 'Whisker decisions' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove Whisker decisions' })).toBeVisible();
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expect(projects).toBeFocused();
  // More are only another word away; who points goes through the list in one go.
  await projects.click();
  await page.getByRole('option').first().click();
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.waitForURL('**/sessions');

  await page.goto('/subjects/new');
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await expect(name).toBeFocused();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  // What comes back is gone on with wherever one likes.
  await name.fill('Half a name');
  await expect(page.getByText(/^Saved as draft/)).toBeVisible();
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByText('Restored what you typed')).toBeVisible();
  await expect(name).toHaveValue('Half a name');
  await expect(name).not.toBeFocused();
  await page.getByRole('button', { name: /^Discard/ }).click();

  const phone = await as('student', { viewport: { width: 380, height: 760 }, hasTouch: true, isMobile: true });
  await phone.goto('/subjects/new');
  await phone.waitForLoadState('networkidle');
  await expect(phone.locator(':focus')).toHaveCount(0);
});

test('sessions fit a phone', async ({ as }) => {
  const page = await as('student', { viewport: { width: 380, height: 760 } });
  await page.goto('/sessions?q=M072');
  // A row is its title and what else is known, in two lines or three.
  const rows = page.locator('tbody > tr');
  const heights = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
  expect(Math.max(...heights)).toBeLessThan(84);
  await expectAccessible(page);
  await page
    .getByRole('link', { name: /^M072_/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('M072');
  await expectNoSidewaysScroll(page);
  await page.getByRole('link', { name: 'Edit' }).click();
  for (const tab of [
    'Recording files',
    'Epochs',
    'Behaviors',
    'Data acquisition',
    'Manipulations',
    'Online repositories',
  ]) {
    await page.getByRole('tab', { name: tab }).click();
    await expectNoSidewaysScroll(page);
  }
});
