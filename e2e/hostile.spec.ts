import { readFileSync } from 'node:fs';
import type { APIRequestContext } from '@playwright/test';
import { firstPassword, makeAccount, signIn } from './account';
import { expect, test } from './test';

/** What the build says of a server action: anybody may call it by its id, whatever page they are on. */
type Built = { readonly exportedName: string; readonly filename: string; readonly workers: Record<string, unknown> };
const manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as {
  node: Record<string, Built>; // written by Next's build
};
/** Those of pages for somebody signed in. What ends or renews the sign-in itself is left out: the test needs it. */
const actions = Object.entries(manifest.node).filter(
  ([, { exportedName, filename }]) => filename.startsWith('app/(portal)/') && exportedName !== 'endOtherSessions',
);

/** An address of a page that has the action: `app/(portal)/[model]/[id]/page` is `/subjects/1`. */
function addressOf({ workers }: Built): string {
  const [page = ''] = Object.keys(workers);
  const segments = page.split('/').slice(1, -1);
  return `/${segments
    .filter((segment) => !segment.startsWith('('))
    .map((segment) => (segment === '[model]' ? 'subjects' : segment.startsWith('[') ? '1' : segment))
    .join('/')}`;
}

const id = '00000000-0000-7000-8000-000000000000';
const noText = { toString: 1 };
const hostile: readonly (readonly unknown[])[] = [
  [],
  [null, null, null, null],
  [noText, noText, noText, noText, noText, noText],
  ['subjects', noText, noText, noText, noText, noText],
  ['__proto__', '__proto__', '__proto__', '__proto__'],
  ['subjects', 'constructor', 'nul \0 and \ud800', ['x']],
  ['sessions', id, {}, id, id],
  ['sessions', id, { write: [null], remove: [null], to: {}, key: {} }, 1, 'x'],
  ['subjectlogs', id, [null, {}, []], { length: 1e9 }],
  [{ path: 'subjects', ids: [null, {}, id] }, { steps: [null, {}] }],
  [Array.from({ length: 2000 }, () => null), 'x'.repeat(5000)],
];

test.describe('server actions', () => {
  test.setTimeout(240_000);

  async function expectAnswers(request: APIRequestContext, origin: string) {
    const failed: string[] = [];
    for (const [key, action] of actions)
      for (const given of hostile) {
        const headers = { 'next-action': key, origin, 'content-type': 'text/plain;charset=UTF-8' };
        const data = JSON.stringify(given);
        const answer = await request.post(addressOf(action), { headers, data, maxRedirects: 0 });
        const text = await answer.text();
        if (answer.status() < 500 && !text.includes('Something went wrong on our side')) continue;
        failed.push(`${action.exportedName} (${action.filename}) ${answer.status()} ${data.slice(0, 120)}`);
      }
    expect(failed).toEqual([]);
  }

  test('answer nobody, whatever they are given', async ({ request, baseURL }) => expectAnswers(request, baseURL ?? ''));

  test('answer somebody without a laboratory, whatever they are given', async ({ page, baseURL }) => {
    await signIn(page, makeAccount(), firstPassword);
    await page.waitForURL('**/dashboard');
    await expectAnswers(page.request, baseURL ?? '');
  });
});

test('a list of choices says that the sign-in has ended, and works again after it', async ({ as }) => {
  const page = await as('student');
  await page.goto('/subjects/new');
  const strain = page.getByRole('combobox', { name: /^Strain/ });
  await strain.click();
  await expect(page.getByRole('option').first()).toBeVisible();
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await strain.fill('b');
  await expect(page.getByText('You are signed out. Sign in on another tab, then type again.').first()).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(0);
  await page.context().addCookies(cookies);
  await strain.fill('c');
  await expect(page.getByRole('option').first()).toBeVisible();
});

test('an address that names nothing, or what one may not see, is no page', async ({ as }) => {
  const page = await as('stranger');
  for (const address of [
    `/subjects/new?from=${id}`,
    `/sessions/new?from=${id}`,
    '/sessions/x/edit',
    `/sessions/${id}/edit`,
  ]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1, name: 'Nothing here' }), address).toBeVisible();
  }
});
