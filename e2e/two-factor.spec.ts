import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { firstPassword, makeAccount, passMinute, readMail, signIn, signOut } from './account';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test';

const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

/** Adds an authenticator app and keeps the backup codes. Answers the secret and the codes. */
async function addApp(page: Page): Promise<{ secret: string; codes: string[] }> {
  await expect(page.getByRole('img', { name: 'QR code of the secret' })).toBeVisible();
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
  await page.getByLabel('Code that the app shows').fill(codeOf(secret));
  await page.getByLabel(/^Your password/).fill(firstPassword);
  await page.getByRole('button', { name: 'Add the app' }).click();
  await expect(page.getByText('Keep these backup codes.')).toBeVisible();
  const codes = await page.getByRole('list', { name: 'Backup codes' }).getByRole('listitem').allInnerTexts();
  expect(codes).toHaveLength(10);
  return { secret, codes };
}

const verify = async (page: Page, label: string, code: string) => {
  await page.getByLabel(label).fill(code);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
};

/** Signs in somebody new, who then adds an app. */
async function startWithApp(page: Page) {
  const email = makeAccount();
  await signIn(page, email);
  await page.waitForURL('**/dashboard');
  await page.goto('/account/two-factor/app');
  return { email, ...(await addApp(page)) };
}

test('an app is added by its first code', async ({ page }) => {
  const email = makeAccount();
  await signIn(page, email);
  await page.waitForURL('**/dashboard');
  await page.goto('/account/two_factor/');
  await expect(page).toHaveURL(/\/account\/two-factor$/);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Add an authenticator app' }).click();
  await expectAccessible(page);

  // What is refused stays: the secret that was scanned, and what was typed.
  const shown = await page.locator('code').innerText();
  await page.getByLabel('Name').fill('Phone');
  await page.getByLabel('Code that the app shows').fill('000000');
  await page.getByLabel(/^Your password/).fill(firstPassword);
  await page.getByRole('button', { name: 'Add the app' }).click();
  await expect(page.getByText('This is not the code of this secret.')).toBeVisible();
  expect(await page.locator('code').innerText()).toBe(shown);
  await expect(page.getByLabel('Name')).toHaveValue('Phone');

  const { codes } = await addApp(page);
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain(codes.join('\n'));
  await page.getByRole('link', { name: 'I have kept them' }).click();
  await expect(page.getByRole('row', { name: /Phone/ })).toBeVisible();
  await expect(page.getByText('10 of 10 are left.')).toBeVisible();
  await expectAccessible(page);
});

test('the code of an app completes signing in, once, and nothing less does', async ({ page }) => {
  const { email, secret } = await startWithApp(page);
  await signOut(page);
  await signIn(page, email, firstPassword, '/sign-in?next=%2Fsubjects%3Fq%3DM07');
  await expect(page).toHaveURL(/\/sign-in\/verify\?next=/);
  await expectAccessible(page);
  await page.goto('/dashboard');
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto('/sign-in/verify?next=%2Fsubjects%3Fq%3DM07');
  await verify(page, 'Code that the app shows', '12');
  await expect(page.getByText('Enter the six digits that the app shows.')).toBeVisible();
  const code = codeOf(secret, 1);
  await verify(page, 'Code that the app shows', code);
  await expect(page).toHaveURL(/\/subjects\?q=M07$/);

  await signOut(page);
  await signIn(page, email);
  await verify(page, 'Code that the app shows', code);
  await expect(page.getByText('This code is wrong, or was used before.')).toBeVisible();
  await page.goto('/dashboard');
  await expect(page).toHaveURL(/\/sign-in$/);
});

test('a backup code completes signing in', async ({ page }) => {
  const { email, codes } = await startWithApp(page);
  await signOut(page);
  await signIn(page, email);
  await page.getByRole('link', { name: 'Backup code' }).click();
  await expectAccessible(page);
  await verify(page, 'Backup code', codes[0]?.toUpperCase() ?? '');
  await page.waitForURL('**/dashboard');

  await page.goto('/account/two-factor');
  await expect(page.getByText('9 of 10 are left.')).toBeVisible();
  await page.getByLabel(/^Your password/).fill(firstPassword);
  await page.getByRole('button', { name: 'Make new backup codes' }).click();
  await expect(page.getByText('Keep these backup codes.')).toBeVisible();
  const fresh = await page.getByRole('list', { name: 'Backup codes' }).getByRole('listitem').allInnerTexts();
  expect(fresh).toHaveLength(10);
  expect(fresh).not.toContain(codes[1]);
});

test('a mailed code completes signing in, and an app is removed', async ({ page }) => {
  const { email, codes } = await startWithApp(page);
  await page.goto('/account/two-factor');
  await page.getByRole('link', { name: 'Add codes by mail' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Mail me a code' }).click();
  await expect(page.getByText('Sent. It works for five minutes.')).toBeVisible();
  const mailed = /\b\d{6}\b/;
  await page.getByLabel('Code from the mail').fill(mailed.exec(await readMail(email, 'Your code'))?.[0] ?? '');
  await page.getByLabel(/^Your password/).fill(codes[1] ?? '');
  await page.getByRole('button', { name: 'Add codes by mail' }).click();
  await expect(page.getByRole('row', { name: new RegExp(email) })).toBeVisible();

  await page.getByRole('link', { name: /^Remove Authenticator/ }).click();
  await expectAccessible(page);
  await page.getByLabel(/^Your password/).fill(firstPassword);
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect(page).toHaveURL(/\/account\/two-factor$/);
  await expect(page.getByRole('row', { name: new RegExp(email) })).toBeVisible();
  await expect(page.getByRole('row', { name: /Authenticator/ })).toHaveCount(0);
  await passMinute(email);

  await signOut(page);
  await signIn(page, email);
  await expect(page.getByText(`A code was sent to ${email}`)).toBeVisible();
  await expectAccessible(page);
  await verify(page, 'Code from the mail', mailed.exec(await readMail(email, 'Your code', 2))?.[0] ?? '');
  await page.waitForURL('**/dashboard');
});

test('next-auth itself signs in nobody who has a second factor', async ({ page, playwright, baseURL }) => {
  const email = makeAccount();
  /** What a program can do with the password alone, by HTTP. */
  const attempt = async () => {
    const client = await playwright.request.newContext({ baseURL: baseURL ?? '' });
    const csrf: unknown = await (await client.get('/api/auth/csrf')).json();
    const csrfToken = csrf && typeof csrf === 'object' && 'csrfToken' in csrf ? String(csrf.csrfToken) : '';
    await client.post('/api/auth/callback/credentials', {
      form: { csrfToken, email, password: firstPassword, json: 'true' },
      failOnStatusCode: false,
    });
    const cookies = (await client.storageState()).cookies.map(({ name }) => name);
    const answer = await client.get('/api/private/stem/session/');
    await client.dispose();
    return { hasCookie: cookies.some((name) => name.includes('session-token')), status: answer.status() };
  };
  expect(await attempt()).toEqual({ hasCookie: true, status: 200 });
  await signIn(page, email);
  await page.waitForURL('**/dashboard');
  await page.goto('/account/two-factor/app');
  await addApp(page);
  expect(await attempt()).toEqual({ hasCookie: false, status: 401 });
});

test('the pages fit a phone, and are as legible in the dark', async ({ browser, baseURL }) => {
  const email = makeAccount();
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    viewport: { width: 380, height: 760 },
    colorScheme: 'dark',
  });
  const page = await context.newPage();
  await signIn(page, email);
  await page.waitForURL('**/dashboard');
  for (const path of [
    '/account/two-factor/mail',
    '/sign-in/set-up',
    '/sign-in/set-up?kind=mail',
    '/account/two-factor/app',
  ]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
  await addApp(page);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.goto('/account/two-factor');
  await expect(page.getByRole('link', { name: 'Add codes by mail' })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await signOut(page);
  await signIn(page, email);
  await page.waitForURL('**/sign-in/verify');
  for (const path of ['/sign-in/verify', '/forgot-password', '/reset-password']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
  await context.close();
});
