import { readFileSync } from 'node:fs';
import path from 'node:path';
import { validateSessionToml } from '@/lib/formats/session-toml/validate';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test';

const published = path.join(import.meta.dirname, 'fixtures/published-example.toml');
const problems = validateSessionToml(readFileSync(published, 'utf8')).problems;

test('the published example is refused with every fault at its line, and nothing is sent', async ({ page }) => {
  await page.goto('/validate');
  await page.waitForLoadState('networkidle');
  const sent: string[] = [];
  page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()));
  await page.locator('input[type=file]').setInputFiles(published);
  for (const name of [
    'experimenter',
    'description',
    'sex',
    'age',
    'genotype',
    'role',
    'expected_fps',
    'ttl_id',
    'order',
  ])
    await expect(page.getByText(new RegExp(name)).first()).toBeVisible();
  expect(problems.length).toBeGreaterThanOrEqual(15);
  for (const line of new Set(problems.map((problem) => problem.line)))
    await expect(page.getByText(new RegExp(`\\b(line\\s*)?${line}\\b`, 'i')).first()).toBeVisible();
  expect(sent).toEqual([]);
  await expectAccessible(page);
});

test('the API says the same of it', async ({ request }) => {
  const answer = await request.post('/api/public/session-toml/validate?profile=1.0', {
    data: readFileSync(published),
    headers: { 'content-type': 'application/toml' },
  });
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toEqual({ valid: false, profile: '1.0', problems });
});

test('the page works on a phone', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ viewport: { width: 380, height: 760 }, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto('/validate');
  await page.locator('input[type=file]').setInputFiles(published);
  await expect(page.getByText(/experimenter/).first()).toBeVisible();
  await expectNoSidewaysScroll(page);
  await context.close();
});
