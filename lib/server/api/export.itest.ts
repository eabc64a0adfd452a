import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { exportsAtOnceMax } from '@/lib/server/operations/export-list';
import { createToken } from '@/lib/server/auth/tokens';
import { makeCatalogue, makeLab } from '@/test/lab';
import { patienceMs } from './stream-texts';
import { handleApi } from './handler';

let authorization: string;
beforeAll(async () => {
  const lab = await makeLab(await makeCatalogue());
  authorization = `Bearer ${(await createToken({ userId: lab.pi.id, name: 'test' })).token}`;
});
afterEach(() => {
  vi.useRealTimers();
});

const ask = () =>
  handleApi(new Request('http://localhost:3000/api/private/stem/session/export/', { headers: { authorization } }), {
    portal: 'private',
    app: 'stem',
    model: 'session',
    rest: ['export'],
  });

it('an export that nobody reads gives its place to others', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const unread = [];
  for (let count = 0; count < exportsAtOnceMax; count++) unread.push(await ask());
  expect(unread.map(({ status }) => status)).toEqual(unread.map(() => 200));
  const refused = await ask();
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
  await vi.advanceTimersByTimeAsync(patienceMs);
  vi.useRealTimers();
  await expect(unread[0]?.text()).rejects.toThrow('Nobody has read on.');
  await expect.poll(async () => await ask().then((answer) => answer.text().then(() => answer.status))).toBe(200);
});
