import type { APIRequestContext } from '@playwright/test';
import { expect, expectAccessible, test } from './test';

/** A program that asks for a token and waits, as the labs' clients do. */
async function begin(request: APIRequestContext) {
  const answer = await request.post('/api/auth/device/', { data: { client_name: 'brainstem-python' } });
  expect(answer.status()).toBe(200);
  const { device_code, user_code, verification_uri, verification_uri_complete } = (await answer.json()) as Record<
    string,
    string
  >; // texts, as the contract says
  const poll = async () => {
    const polled = await request.post('/api/auth/device/token/', { data: { device_code } });
    expect(polled.status()).toBe(200);
    return (await polled.json()) as Record<string, string>; // as above
  };
  return { poll, code: user_code ?? '', page: verification_uri ?? '', link: verification_uri_complete ?? '' };
}
const pathOf = (address: string) => address.replace(/^https?:\/\/[^/]+/, '');

test('a program gets a token once somebody approves its link, and works with it', async ({ as, request }) => {
  const { poll, code, link } = await begin(request);
  expect(await poll()).toEqual({ status: 'authorization_pending' });
  const page = await as('pi');
  await page.goto(pathOf(link));
  await expect(page.getByText(code)).toBeVisible();
  await expect(page.getByText('“brainstem-python” asks to work as you')).toBeVisible();
  await expectAccessible(page);
  expect(await poll(), 'opening the link approves nothing').toEqual({ status: 'authorization_pending' });
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('Connected: brainstem-python')).toBeVisible();
  const { status, token } = await poll();
  expect(status).toBe('success');
  const projects = await request.get('/api/private/stem/project/', { headers: { Authorization: `Bearer ${token}` } });
  expect(projects.status()).toBe(200);
  expect(await poll()).toEqual({ error: 'already_used' });
  await page.goto('/account/tokens');
  await expect(page.getByText(/^brainstem-python, \d{4}-\d\d-\d\d$/).first()).toBeVisible();
});

test('a code is typed where no link can be opened, and a program can be sent away', async ({ as, request }) => {
  const { poll, code, page: address } = await begin(request);
  const page = await as('student');
  await page.goto(pathOf(address));
  await expectAccessible(page);
  await page.getByLabel('Code').fill('AAAA-0000');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('No program waits with this code')).toBeVisible();
  await page.getByLabel('Code').fill(code.replace('-', '').toLowerCase());
  await page.getByLabel('Code').press('Enter');
  await expect(page.getByText(code)).toBeVisible();
  await page.getByRole('button', { name: 'Deny' }).click();
  await expect(page.getByText('Denied: brainstem-python')).toBeVisible();
  expect(await poll()).toEqual({ error: 'access_denied' });
});
