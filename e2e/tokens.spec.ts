import { ageTokens, makeAccount, signIn } from './account';
import { expect, expectAccessible, test } from './test';

test('a token is shown once, works, is warned of before its end, and is revoked', async ({ page, request }) => {
  const email = makeAccount();
  await signIn(page, email);
  await page.waitForURL('**/dashboard');
  await page.goto('/private/users/tokens/');
  await expect(page).toHaveURL(/\/account\/tokens$/);
  await page.getByLabel('Name').fill('Pipeline');
  await page.getByRole('button', { name: 'Make token' }).click();
  await expect(page.getByText('It is not shown again.')).toBeVisible();
  const token = /sulcus_[\w-]{43}/.exec(await page.getByRole('main').innerText())?.[0] ?? '';
  const statusWith = async () =>
    (await request.get('/api/private/stem/session/', { headers: { authorization: `Bearer ${token}` } })).status();
  expect(await statusWith()).toBe(200);

  await page.reload();
  const row = page.getByRole('row', { name: /Pipeline/ });
  await expect(row).toContainText(`…${token.slice(-4)}`);
  await expect(page.getByText(token)).toHaveCount(0);
  await expect(page.getByText(/ends in/)).toHaveCount(0);

  await ageTokens(email);
  await page.reload();
  await expect(row).toContainText('ends in 3 days');
  await expect(page.getByText('Soon over: Pipeline')).toBeVisible();
  await expectAccessible(page);

  await row.getByRole('button', { name: 'Revoke Pipeline' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
  expect(await statusWith()).toBe(200);
  await row.getByRole('button', { name: 'Revoke Pipeline' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke token' }).click();
  await expect(page.getByText('No token yet.')).toBeVisible();
  expect(await statusWith()).toBe(401);
});
