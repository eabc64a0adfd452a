import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { ask } from './ask';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test';

const phone = { viewport: { width: 380, height: 800 } } as const;

/** A session of the project that the stranger reads, on a storage; its experimenter changed since. */
async function makeSession(page: Page): Promise<string> {
  await page.goto('/sessions');
  const { subjects } = await ask(page, 'GET', 'stem/subject/?filter{name}=R022');
  const [subject] = subjects as { id: string; projects: string[] }[];
  const { datastorages: storages } = await ask(page, 'GET', 'personal_attributes/datastorage/');
  const storage = (storages as { id: string; data_protocols: { protocol: string }[] }[]).find(
    ({ data_protocols: ways }) => ways.some(({ protocol }) => protocol === 'SMB/CIFS'),
  );
  const name = `Record ${randomUUID().slice(0, 8)}`;
  const { session } = await ask(page, 'POST', 'stem/session/', {
    name,
    projects: subject?.projects,
    date_time: '2026-03-14T09:30:00Z',
    experimenter: 'Okafor, Amara',
    datastorage: storage ? [storage.id] : [],
  });
  const { id } = session as { id: string };
  await ask(page, 'POST', 'stem/sessionsubject/', { session: id, subject: subject?.id });
  await ask(page, 'PATCH', `stem/session/${id}/`, { experimenter: 'Someone else', tags: ['kept'] });
  return id;
}

test('a session shows the way to its files; a change is told and undone, not by those who only read', async ({
  as,
}) => {
  const page = await as('pi', { permissions: ['clipboard-read', 'clipboard-write'] });
  const id = await makeSession(page);

  await test.step('the page tells who, what and where, and the path is copied', async () => {
    await page.goto(`/sessions/${id}`);
    await expect(page.getByRole('main').getByRole('definition').filter({ hasText: 'Someone else' })).toBeVisible();
    await expect(page.getByRole('list', { name: 'People' })).toContainText('owner');
    await page.getByRole('button', { name: 'Copy the path for Windows' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^\\\\okafor\.example\.org\\data\\.+\\Record /,
    );
    await expectAccessible(page);
  });

  await test.step('undoing sets one field back and leaves the other', async () => {
    await page.getByRole('link', { name: 'All changes' }).click();
    const changes = page.getByRole('list', { name: 'Changes' });
    await expect(changes.getByRole('listitem').first()).toContainText('Someone else');
    await expectAccessible(page);
    await changes.getByRole('link', { name: 'Undo this change' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Undo this change');
    await expectAccessible(page);
    await page.getByRole('checkbox', { name: 'Tags' }).click();
    await page.getByRole('button', { name: 'Set back 1 field' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('History of Record');
    await page.goto(`/sessions/${id}`);
    await expect(page.getByRole('main').getByRole('definition').filter({ hasText: 'Okafor, Amara' })).toBeVisible();
    await expect(page.getByText('kept')).toBeVisible();
    await page.keyboard.press('e');
    await expect(page).toHaveURL(/\/edit$/);
  });

  await test.step('whoever only reads sees the history and no way to undo', async () => {
    const reader = await as('stranger', { ...phone, colorScheme: 'dark' });
    await reader.goto(`/sessions/${id}`);
    await expectAccessible(reader);
    await expectNoSidewaysScroll(reader);
    await reader.getByRole('link', { name: 'All changes' }).click();
    await expect(reader.getByRole('list', { name: 'Changes' })).toContainText('Someone else');
    await expect(reader.getByRole('link', { name: 'Undo this change' })).toHaveCount(0);
    await expectAccessible(reader);
    await expectNoSidewaysScroll(reader);
  });
});

test('a subject’s page tells its life in one picture and in words', async ({ as }) => {
  const page = await as('pi');
  await page.goto('/subjects?q=M072');
  await page.getByRole('table').getByRole('link', { name: 'M072', exact: true }).click();
  await expect(page.getByRole('img', { name: /^Life: born .+Procedures \d+, Sessions \d+/ })).toBeVisible();
  await expect(page.getByRole('img', { name: 'Weight' })).toBeVisible();
  await expect(page.getByText('% of baseline')).toBeVisible();
  // Said once, and ages in words.
  for (const label of ['Status', 'Sex', 'Strain']) await expect(page.getByText(label, { exact: true })).toHaveCount(1);
  const recorded = page.getByRole('table').filter({ hasText: 'Age at recording' });
  await expect(recorded).toContainText(/\d+ days/);
  await expect(recorded).not.toContainText(/P\d+D/);
  await expectAccessible(page);
  const subject = page.url();
  await page.getByText(/^\d+ earlier$/).click();
  await page
    .getByRole('list', { name: 'What happened before' })
    .getByRole('link', { name: /Craniotomy/ })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Craniotomy');
  await page.goto(subject);
  await page.getByRole('link', { name: 'Last 60 days' }).click();
  await expect(page.getByRole('link', { name: 'Last 60 days' })).toHaveAttribute('aria-current', 'page');
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/\/sessions\/new\?subject=/);

  const small = await as('pi', { ...phone, colorScheme: 'dark' });
  await small.goto(subject);
  await expect(small.getByRole('list', { name: 'What happened' })).toBeVisible();
  await expectAccessible(small);
  await expectNoSidewaysScroll(small);
});

test('a litter is added from its breeding, and taken back', async ({ as }) => {
  const page = await as('pi');
  await page.goto('/breedings');
  await page.locator('main table a[href^="/breedings/"]').first().click();
  // What offspring are is not what subjects are told as.
  await expect(page.getByRole('main')).not.toContainText('that is recorded from');
  await page.getByRole('link', { name: 'Add pups' }).click();
  const count = page.getByLabel('Number of pups');
  await expect(count).toBeFocused();
  await count.fill('3');
  const stem = `Pup${Date.now()}-`;
  await page.getByLabel('Name of the first').fill(`${stem}1`);
  await expect(page.getByText(`${stem}1, ${stem}2, ${stem}3;`)).toBeVisible();
  await expectAccessible(page);
  const strain = page.getByRole('combobox', { name: 'Strain' });
  if ((await strain.inputValue()) === '') {
    await strain.click();
    await page.getByRole('option').first().click();
  }
  await page.getByRole('button', { name: 'Add 3 pups' }).click();
  await expect(page.getByText('3 pups added', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('The pups are removed again', { exact: true })).toBeVisible();
});
