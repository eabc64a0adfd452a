import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { triesMax, waitAfter } from './backoff';
import { signBody } from './signature';

test('the signature covers time and body', () => {
  const body = '{"event":"ping"}';
  const header = signBody('whsec_x', body, new Date('2026-03-14T09:30:00.900Z'));
  const expected = createHmac('sha256', 'whsec_x').update(`1773480600.${body}`).digest('hex');
  expect(header).toBe(`t=1773480600,v1=${expected}`);
  expect(signBody('whsec_y', body, new Date('2026-03-14T09:30:00Z'))).not.toBe(header);
});

test('waits grow, end, and take about a day in all', () => {
  const middle = () => 0.5;
  const waits = Array.from({ length: triesMax - 1 }, (_, index) => waitAfter(index + 1, middle) ?? 0);
  expect(waits.slice(0, 4)).toEqual([30, 108, 389, 1400]);
  for (const [index, wait] of waits.entries()) expect(wait).toBeGreaterThan(waits[index - 1] ?? 0);
  const hours = waits.reduce((sum, wait) => sum + wait, 0) / 3600;
  expect(hours).toBeGreaterThan(20);
  expect(hours).toBeLessThan(30);
  expect(waitAfter(triesMax)).toBeNull();
});

test('chance moves a wait by a fifth at most', () => {
  expect(waitAfter(1, () => 0)).toBe(24);
  expect(waitAfter(1, () => 1)).toBe(36);
});

test('the check that the documentation gives accepts it, and nothing else', async () => {
  const [, code = ''] = /```js\n([\s\S]*?)```/.exec(readFileSync('docs/webhooks.md', 'utf8')) ?? [];
  const documented: { default: (secret: string, header: string, body: string) => boolean } = await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(`${code}\nexport default isFromSulcus;`)}`
  );
  const isFromSulcus = documented.default;
  const body = '{"event":"ping","name":"é"}';
  const header = signBody('whsec_x', body, new Date());
  expect(isFromSulcus('whsec_x', header, body)).toBe(true);
  expect(isFromSulcus('whsec_y', header, body)).toBe(false);
  expect(isFromSulcus('whsec_x', header, `${body} `)).toBe(false);
  expect(isFromSulcus('whsec_x', signBody('whsec_x', body, new Date(Date.now() - 600_000)), body)).toBe(false);
});
