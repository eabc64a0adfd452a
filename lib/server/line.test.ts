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
  expect(lines.size).toBe(0);
});

it('what fails makes room, too', async () => {
  const lines = new Lines(1);
  const failing = lines.run('a', () => Promise.reject(new Error('broken')));
  const next = lines.run('a', () => Promise.resolve('done'));
  await expect(failing).rejects.toThrow('broken');
  expect([await next, lines.size]).toEqual(['done', 0]);
});
