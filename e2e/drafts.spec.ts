import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { firstPassword, makeAccount, signIn } from './account';
import { expect, expectAccessible, test } from './test';

const nameOf = (page: Page) => page.getByRole('textbox', { name: 'Name', exact: true });
const kept = (page: Page) => page.getByText(/^Saved as draft \d\d:\d\d$/);

/** Leaving a form with unsaved text asks, in every browser of its own way. */
const acceptLeaving = (page: Page) => page.on('dialog', (dialog) => void dialog.accept());

/** A session of the student's for one test, made by the API. */
async function makeSession(page: Page): Promise<string> {
  const headers = { origin: new URL(page.url()).origin };
  const found = await page.request.get('/api/private/stem/project/?filter%7Bname%7D=Whisker%20decisions');
  const { projects } = (await found.json()) as { projects: { id: string }[] };
  const made = await page.request.post('/api/private/stem/session/', {
    headers,
    data: { name: `Drafts ${randomUUID()}`, projects: [projects[0]?.id], date_time: '2026-05-04T09:00:00Z' },
  });
  const { session } = (await made.json()) as { session: { id: string } };
  return session.id;
}

test('what is typed survives a reload, a lost connection and an ended sign-in, also in another browser', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const email = makeAccount();
  const open = async () => {
    const context = await browser.newContext(baseURL ? { baseURL } : {});
    const page = await context.newPage();
    acceptLeaving(page);
    await signIn(page, email, firstPassword, '/sign-in?next=/projects/new');
    await expect(nameOf(page)).toBeVisible();
    return page;
  };
  const page = await open();

  await test.step('a reload', async () => {
    await nameOf(page).fill('Barrel maps');
    await expect(kept(page)).toBeVisible();
    await page.reload();
    await expect(page.getByText('Restored what you typed at')).toBeVisible();
    await expect(nameOf(page)).toHaveValue('Barrel maps');
    await expectAccessible(page);
  });

  await test.step('discarding can be undone', async () => {
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect(nameOf(page)).toHaveValue('');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(nameOf(page)).toHaveValue('Barrel maps');
    await expect(kept(page)).toBeVisible();
  });

  const other =
    await test.step('a lost connection: what was typed meanwhile is in another browser afterwards', async () => {
      await page.context().setOffline(true);
      await nameOf(page).fill('Barrel maps, offline');
      await expect(page.getByText('Draft kept in this browser only: offline')).toBeVisible();
      await page.context().setOffline(false);
      await expect(kept(page)).toBeVisible();
      const second = await open();
      await expect(second.getByText('Restored what you typed in another browser')).toBeVisible();
      await expect(nameOf(second)).toHaveValue('Barrel maps, offline');
      return second;
    });

  await test.step('an ended sign-in: signing in again saves', async () => {
    await page.context().clearCookies();
    await nameOf(page).fill('Barrel maps, signed out');
    await expect(page.getByText('Draft kept in this browser only: you were signed out')).toBeVisible();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'You were signed out' });
    await expectAccessible(page);
    await dialog.getByLabel(/^Password/).fill('not the password');
    await dialog.getByRole('button', { name: 'Sign in and save' }).click();
    await expect(dialog).toContainText('do not belong together');
    await dialog.getByLabel(/^Password/).fill(firstPassword);
    await dialog.getByRole('button', { name: 'Sign in and save' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Barrel maps, signed out');
  });

  await test.step('what was saved is no draft any more, in the other browser either', async () => {
    await other.reload();
    await expect(nameOf(other)).toHaveValue('');
    await other.context().close();
  });

  await test.step('who signs in on the page itself comes back to what was typed', async () => {
    await page.goto('/projects/new');
    await nameOf(page).fill('Second');
    await page.context().clearCookies();
    await page.reload();
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel(/^Password/).fill(firstPassword);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(nameOf(page)).toHaveValue('Second');
    await page.context().close();
  });
});

test('two people on one session see each other, and both changes are kept', async ({ as }) => {
  test.setTimeout(120_000);
  const [student, pi] = [await as('student'), await as('pi')];
  await student.goto('/dashboard');
  const id = await makeSession(student);
  const experimenterOf = (page: Page) => page.getByRole('textbox', { name: 'Experimenter', exact: true });
  const open = async (page: Page) => {
    await page.goto(`/sessions/${id}/edit`);
    await expect(nameOf(page)).toHaveValue(/^Drafts/);
  };
  const save = (page: Page) =>
    page.getByRole('form', { name: 'Session' }).getByRole('button', { name: 'Save' }).click();

  await open(student);
  await open(pi);
  await expect(pi.getByText('Sofía Herrera is editing too')).toBeVisible();
  await experimenterOf(student).fill('Herrera, Sofia');
  // Whoever types hears it with the draft.
  await expect(student.getByText('Amara Okafor is editing too')).toBeVisible();
  await expectAccessible(student);
  await nameOf(pi).fill('Renamed by Amara');
  await save(pi);
  await expect(pi.getByText('Session saved', { exact: true })).toBeVisible();

  await test.step('different fields need no question', async () => {
    await save(student);
    await expect(student.getByText('Saved, with what others changed', { exact: true })).toBeVisible();
    await expect(nameOf(student)).toHaveValue('Renamed by Amara');
    await expect(experimenterOf(student)).toHaveValue('Herrera, Sofia');
  });

  await test.step('the same field is chosen, the others are joined', async () => {
    await nameOf(pi).fill('Amara again');
    await experimenterOf(student).fill('Herrera, S.');
    await nameOf(student).fill('Sofia too');
    await save(student);
    await expect(student.getByText('Session saved', { exact: true })).toBeVisible();
    await save(pi);
    const dialog = pi.getByRole('dialog', { name: 'Someone else saved this in the meantime' });
    await expectAccessible(pi);
    await dialog.getByRole('radio', { name: /Yours/ }).check();
    await dialog.getByRole('button', { name: 'Save the result' }).click();
    await expect(pi.getByText('Session saved', { exact: true })).toBeVisible();
    await pi.reload();
    await expect(nameOf(pi)).toHaveValue('Amara again');
    await expect(experimenterOf(pi)).toHaveValue('Herrera, S.');
  });
});
