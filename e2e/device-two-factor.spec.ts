import type { APIRequestContext, Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { firstPassword, makeAccount, signIn, signOut } from './account';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test';

/** The code that an app shows `steps` half minutes from now. */
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

/** Makes somebody who has an authenticator app and is signed out. */
async function makePersonWithApp(page: Page): Promise<{ email: string; secret: string }> {
  const email = makeAccount();
  await signIn(page, email);
  await page.waitForURL('**/dashboard');
  await page.goto('/account/two-factor/app');
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
  await page.getByLabel('Code that the app shows').fill(codeOf(secret));
  await page.getByLabel(/^Your password/).fill(firstPassword);
  await page.getByRole('button', { name: 'Add the app' }).click();
  await expect(page.getByText('Keep these backup codes.')).toBeVisible();
  await signOut(page);
  return { email, secret };
}

/** A program that follows no redirect: one would turn its POST into a GET. `slash` ends both addresses. */
async function startProgram(request: APIRequestContext, slash: '/' | '', data?: object) {
  const post = async (path: string, body?: object) => {
    const answer = await request.post(`/api/auth/device${path}${slash}`, {
      maxRedirects: 0,
      ...(body ? { data: body } : {}),
    });
    expect(answer.status(), path).toBe(200);
    return (await answer.json()) as Record<string, string>; // texts and numbers, as the contract says
  };
  const { device_code, user_code = '', verification_uri_complete = '' } = await post('', data);
  return {
    code: user_code,
    linkPath: verification_uri_complete.replace(/^https?:\/\/[^/]+/, ''),
    poll: () => post('/token', { device_code }),
  };
}

const waits = { status: 'authorization_pending' };
const success = { status: 'success', token: expect.stringMatching(/^sulcus_/) };

test('a program is let in by its link, through password and code, and by its typed code', async ({ page, request }) => {
  const { email, secret } = await makePersonWithApp(page);

  const first = await startProgram(request, '/', { client_name: 'brainstem-python' });
  await signIn(page, email, firstPassword, first.linkPath);
  await expect(page).toHaveURL(/\/sign-in\/verify\?next=/);
  expect(await first.poll()).toEqual(waits);
  await page.getByLabel('Code that the app shows').fill(codeOf(secret, 1));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('“brainstem-python” asks to work as you')).toBeVisible();
  await expect(page.getByText(first.code)).toBeVisible();
  expect(await first.poll(), 'a link alone approves nothing').toEqual(waits);
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('Connected: brainstem-python')).toBeVisible();
  await expectAccessible(page);
  const answers = await Promise.all([first.poll(), first.poll()]);
  expect(answers).toContainEqual(success);
  expect(answers).toContainEqual({ error: 'already_used' });
  const token = answers.find((answer) => answer.token)?.token;
  const projects = await request.get('/api/private/stem/project/', { headers: { Authorization: `Bearer ${token}` } });
  expect(projects.status()).toBe(200);

  // No body and no slashes, as a program may send it.
  const second = await startProgram(request, '');
  await page.goto('/account/authorize/');
  await page.getByLabel('Code').fill(second.code.replace('-', '').toLowerCase());
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText(second.code)).toBeVisible();
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('Connected: A program')).toBeVisible();
  expect(await second.poll()).toEqual(success);
  await page.goto('/account/tokens');
  await expect(page.getByRole('row', { name: /^A program, \d{4}-\d\d-\d\d/ })).toBeVisible();
});

test('a denied program gets nothing, and nobody else learns the answer', async ({ browser, baseURL, as, request }) => {
  const phone = { viewport: { width: 380, height: 760 }, colorScheme: 'dark' } as const;
  const { poll, linkPath } = await startProgram(request, '/', { client_name: 'brainstem-python' });
  const page = await as('student', phone);
  await page.goto(linkPath);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Deny' }).click();
  await expect(page.getByText('Denied: brainstem-python')).toBeVisible();
  await expectAccessible(page);
  expect(await poll()).toEqual({ error: 'access_denied' });

  const other = await as('stranger', phone);
  await other.goto(linkPath);
  await expect(other.getByText('Answered by somebody else: brainstem-python')).toBeVisible();
  await expectAccessible(other);
  await expectNoSidewaysScroll(other);

  const nobody = await browser.newPage(baseURL ? { baseURL } : {});
  await nobody.goto(linkPath);
  await expect(nobody).toHaveURL(/\/sign-in\?next=/);
  await nobody.close();
});
