import { firstPassword, makeAccount, readMail, signIn } from './account';
import { expect, expectAccessible, test } from './test';

test('a forgotten password is replaced by the mailed link', async ({ page, browser, baseURL }) => {
  const email = makeAccount();
  const elsewhere = await browser.newPage(baseURL ? { baseURL } : {});
  await signIn(elsewhere, email);
  await elsewhere.waitForURL('**/dashboard');

  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await expectAccessible(page);
  for (const address of [`nobody-${email}`, email]) {
    await page.goto('/forgot-password');
    await page.getByLabel('E-mail').fill(address);
    await page.getByRole('button', { name: 'Ask for a link' }).click();
    await expect(page.getByText(`If ${address} has an account here, a link is ready`)).toBeVisible();
  }
  await expectAccessible(page);

  const link = /\/reset-password\?token=[\w-]+/.exec(await readMail(email, 'Choose a new password'))?.[0] ?? '';
  await page.goto(link);
  await expectAccessible(page);
  await page.getByLabel('New password').fill('short');
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByText('Use at least 10 characters; these are 5.')).toBeVisible();
  await page.getByLabel('New password').fill('eleven brown rats at dusk');
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByText('Your password is changed.')).toBeVisible();

  await elsewhere.goto('/dashboard');
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await elsewhere.close();
  await page.goto(link);
  await expect(page.getByText('This link was used, or is older than an hour.')).toBeVisible();
  await expectAccessible(page);
  await signIn(page, email, firstPassword);
  await expect(page.getByText('The e-mail address and the password do not belong together.')).toBeVisible();
  await signIn(page, email, 'eleven brown rats at dusk');
  await page.waitForURL('**/dashboard');
  await readMail(email, 'Your password was changed');
});
