import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { patiently } from './patiently';

const lost = () => Promise.reject(new Error('Failed to load the chunk'));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', new EventTarget());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('without a connection it waits for one, however long', async () => {
  vi.stubGlobal('navigator', { onLine: false });
  const load = vi.fn(lost).mockImplementationOnce(lost).mockImplementationOnce(lost);
  const loaded = patiently<string>(load);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(load).toHaveBeenCalledTimes(1);
  window.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(0);
  expect(load).toHaveBeenCalledTimes(2);
  load.mockResolvedValueOnce('here' as never);
  window.dispatchEvent(new Event('online'));
  await expect(loaded).resolves.toBe('here');
});

test('with a connection it tries a few times more, then says what is wrong', async () => {
  vi.stubGlobal('navigator', { onLine: true });
  const load = vi.fn(lost);
  const loaded = expect(patiently(load)).rejects.toThrow('Failed to load the chunk');
  await vi.advanceTimersByTimeAsync(20_000);
  await loaded;
  expect(load).toHaveBeenCalledTimes(5);
});

test('on the server it waits for nothing', async () => {
  vi.stubGlobal('window', undefined);
  const load = vi.fn(lost);
  await expect(patiently(load)).rejects.toThrow('Failed to load the chunk');
  expect(load).toHaveBeenCalledTimes(1);
});
