import { createHmac } from 'node:crypto';
import type { Page } from '@playwright/test';
import { openReceiver, type Received } from '../test/receiver';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test';

// A delivery is on its way for a few seconds.
test.describe.configure({ timeout: 180_000 });

const phone = { viewport: { width: 380, height: 760 } };
const unique = (word: string) => `${word} ${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;
const arrival = { timeout: 30_000 };

/** Makes a webhook through its page and answers its secret; the page is then the webhook's own. */
async function makeWebhook(page: Page, name: string, url: string): Promise<string> {
  await page.goto('/account/webhooks');
  await page.getByRole('link', { name: 'New webhook' }).click();
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Address').fill(url);
  await page.getByRole('button', { name: 'Make webhook' }).click();
  const secret = page.getByRole('status').locator('code').first();
  await expect(secret).toHaveText(/^whsec_/);
  const text = (await secret.textContent()) ?? '';
  await page.getByRole('link', { name: 'Open the webhook' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  return text;
}

function isSigned({ headers, body }: Received, secret: string): boolean {
  const [, time, signature] = /^t=(\d+),v1=(\w+)$/.exec(String(headers['sulcus-signature'])) ?? [];
  return createHmac('sha256', secret).update(`${time}.${body}`).digest('hex') === signature;
}

const removeWebhook = async (page: Page) => {
  await page.getByRole('button', { name: 'Delete webhook' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete webhook' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Webhooks');
};

test('a webhook is made, tested, told of a session, paused and deleted', async ({ as }) => {
  const receiver = await openReceiver();
  const page = await as('pi');
  const name = unique('Pipeline');

  await page.goto('/account');
  await page.getByRole('link', { name: 'Manage webhooks' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Webhooks');
  await expectAccessible(page);

  const secret = await makeWebhook(page, name, receiver.url);
  const log = page.getByRole('list', { name: 'Deliveries' });

  // A test fails, is shown with what came back, and is delivered again.
  receiver.answers.push(500);
  await page.getByRole('button', { name: 'Send test' }).click();
  await expect(log.getByText('Failed')).toBeVisible(arrival);
  await log.getByRole('link', { name: /^Show ping/ }).click();
  await expect(log.getByRole('table', { name: 'Tries' })).toContainText('500');
  await expect(log.getByText('"event": "ping"')).toBeVisible();
  await expectAccessible(page);
  await log.getByRole('button', { name: 'Redeliver' }).click();
  await expect(log.getByText('Delivered')).toBeVisible(arrival);
  expect(receiver.received).toHaveLength(2);
  expect(receiver.received.map((one) => isSigned(one, secret))).toEqual([true, true]);
  expect(new Set(receiver.received.map(({ headers }) => headers['sulcus-delivery'])).size).toBe(1);

  // A session is made.
  const session = unique('Told');
  await makeSession(page, session);
  await expect.poll(() => receiver.received.length, arrival).toBe(3);
  expect(JSON.parse(receiver.received[2]?.body ?? '')).toMatchObject({
    event: 'session.created',
    data: { name: session },
  });
  await page.goto('/account/webhooks');
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('Delivered');
  await page.getByRole('link', { name }).click();
  await expect(log.getByRole('link', { name: session })).toBeVisible();

  // The log by state.
  await page.getByRole('navigation', { name: 'States' }).getByRole('link', { name: 'Failed' }).click();
  await expect(page.getByText('No delivery in this state.')).toBeVisible();

  // What is saved stays as it was typed, here and when the page is loaded anew.
  const deleted = page.getByRole('checkbox', { name: /^Session deleted/ });
  await deleted.uncheck();
  await page.getByLabel('Name').fill(`${name} 2`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${name} 2`);
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(deleted).not.toBeChecked();
  await page.reload();
  await expect(deleted).not.toBeChecked();

  // Paused, nothing is sent.
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('button', { name: 'Turn on' })).toBeVisible();
  await makeSession(page, unique('Untold'));
  await page.goto('/account/webhooks');
  await page.getByRole('link', { name }).click();
  await expect(log.getByRole('listitem')).toHaveCount(2);
  await removeWebhook(page);
  await expect(page.getByRole('link', { name })).toHaveCount(0);
  await receiver.close();
});

test('a form that is refused says what is wrong at each field and keeps what was typed', async ({ as }) => {
  const page = await as('pi');
  await page.goto('/account/webhooks/new');
  await page.getByLabel('Address').fill('ftp://example.org/');
  for (const box of await page.getByRole('checkbox').all()) await box.uncheck();
  await page.getByRole('button', { name: 'Make webhook' }).click();
  await expect(page.getByText('Name the webhook after what receives it')).toBeVisible();
  await expect(page.getByText('Only http:// and https:// addresses can be reached.')).toBeVisible();
  await expect(page.getByText('Choose at least one event.')).toBeVisible();
  await expect(page.getByLabel('Address')).toHaveValue('ftp://example.org/');
  await expect(page.getByRole('checkbox').first()).not.toBeChecked();
  await expectAccessible(page);
});

test('the secret can be replaced; what is sent afterwards is signed with the new one', async ({ as }) => {
  const receiver = await openReceiver();
  const page = await as('student');
  const old = await makeWebhook(page, unique('Rotated'), receiver.url);
  await page.getByRole('button', { name: 'Replace secret' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Replace secret' }).click();
  const shown = page.getByRole('status').locator('code').first();
  await expect(shown).toHaveText(/^whsec_/);
  const secret = (await shown.textContent()) ?? '';
  expect(secret).not.toBe(old);
  await page.getByRole('button', { name: 'Send test' }).click();
  await expect.poll(() => receiver.received.length, arrival).toBe(1);
  const [first] = receiver.received;
  expect(first && isSigned(first, secret)).toBe(true);
  await removeWebhook(page);
  await receiver.close();
});

test('somebody else’s webhook does not exist', async ({ as }) => {
  const [page, other] = [await as('student'), await as('stranger')];
  await makeWebhook(page, unique('Mine'), 'http://127.0.0.1:9/hook');
  const { pathname } = new URL(page.url());
  await other.goto(pathname);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Nothing here');
  await removeWebhook(page);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`the pages are accessible on a phone, ${colorScheme}`, async ({ as }) => {
    const page = await as('administrator', { ...phone, colorScheme });
    await page.goto('/account/webhooks/new');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    // Nothing listens there, so that a failure is shown.
    await makeWebhook(
      page,
      unique('A name that is rather long for a phone'),
      'http://127.0.0.1:9/a-rather-long-path/of-a-receiver',
    );
    await page.getByRole('button', { name: 'Send test' }).click();
    const log = page.getByRole('list', { name: 'Deliveries' });
    await expect(log.getByText('The connection was refused.')).toBeVisible(arrival);
    await log.getByRole('link', { name: /^Show ping/ }).click();
    await expect(log.getByRole('table', { name: 'Tries' })).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.goto('/account/webhooks');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page
      .getByRole('link', { name: /^A name that is rather long/ })
      .first()
      .click();
    await removeWebhook(page);
  });

/** Makes a session in a project of the demonstration laboratory. */
async function makeSession(page: Page, name: string): Promise<void> {
  await page.goto('/account/tokens');
  await page.getByLabel('Name').fill('Webhook test');
  await page.getByRole('button', { name: 'Make token' }).click();
  const token = (await page.getByRole('status').locator('code').first().textContent()) ?? '';
  const headers = { Authorization: `Bearer ${token}` };
  const answer = await page.request.get('/api/private/stem/project/', {
    headers,
    params: { 'filter{name}': 'Whisker decisions' },
  });
  const { projects } = (await answer.json()) as { projects: { id: string }[] };
  const made = await page.request.post('/api/private/stem/session/', {
    headers,
    data: { name, projects: [projects[0]?.id] },
  });
  expect(made.status()).toBe(201);
}
