import { expect, it } from 'vitest';
import { Lines } from './line';

/** Work that ends when it is told to, and says that it has begun. */
function makeWork() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () => {
    begun.push(name);
    return new Promise<void>((resolve) => ends.set(name, resolve));
  };
  const end = async (name: string, running: Promise<void>) => {
    ends.get(name)?.();
    await running;
  };
  return { begun, work, end };
}

it('each has a line, in which only so much is done at a time', async () => {
  const lines = new Lines(2);
  const { begun, work, end } = makeWork();
  const [first, second, third] = ['a1', 'a2', 'a3'].map((name) => lines.run('a', work(name)));
  const other = lines.run('b', work('b1'));
  expect(begun).toEqual(['a1', 'a2', 'b1']);
  await end('a2', second ?? other);
  expect(begun).toEqual(['a1', 'a2', 'b1', 'a3']);
  await Promise.all([end('a1', first ?? other), end('a3', third ?? other), end('b1', other)]);
  const last = lines.run('a', work('a4'));
  expect(begun.at(-1)).toBe('a4');
  await end('a4', last);
});

it('what fails makes room, too', async () => {
  const lines = new Lines(1);
  const failing = lines.run('a', () => Promise.reject(new Error('broken')));
  const next = lines.run('a', () => Promise.resolve('done'));
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('done');
});

it('a place can be held until work behind the answer has ended', async () => {
  const lines = new Lines(1);
  const { begun, work, end } = makeWork();
  const later = await lines.run('a', (hold) => Promise.resolve(hold(work('later'))));
  const next = lines.run('a', work('next'));
  const running = later();
  expect(begun).toEqual(['later']);
  await end('later', running);
  await expect.poll(() => begun).toEqual(['later', 'next']);
  await end('next', next);
});
