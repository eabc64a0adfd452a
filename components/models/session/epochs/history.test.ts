import { describe, expect, it } from 'vitest';
import { historyOf, mapHistory, push, redo, undo } from './history';

describe('history', () => {
  const three = push(push(historyOf(1), 2), 3);

  it('goes back and forth', () => {
    expect(undo(three).present).toBe(2);
    expect(undo(undo(three)).present).toBe(1);
    expect(redo(undo(three))).toEqual(three);
  });

  it('stands still at its ends', () => {
    const first = undo(undo(three));
    expect(undo(first)).toBe(first);
    expect(redo(three)).toBe(three);
  });

  it('forgets what was undone when something new is done', () => {
    const other = push(undo(three), 9);
    expect(other).toEqual({ past: [1, 2], present: 9, future: [] });
  });

  it('remembers no step without a change', () => expect(push(three, 3).past).toEqual([1, 2]));

  it('changes all that it remembers', () =>
    expect(mapHistory(undo(three), (one) => one * 10)).toEqual({ past: [10], present: 20, future: [30] }));
});
