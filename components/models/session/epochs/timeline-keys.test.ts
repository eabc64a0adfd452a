import { describe, expect, it } from 'vitest';
import { commandOf } from './timeline-keys';

const span = { start: 60_000, end: 90_000 };
const press = (key: string, more: Partial<Record<'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey', boolean>> = {}) =>
  commandOf({ key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...more }, span, 60_000);

describe('keys on the timeline', () => {
  it.each([
    [{}, { start: 120_000, end: 150_000 }],
    [{ altKey: true }, { start: 66_000, end: 96_000 }],
    [{ shiftKey: true }, { start: 60_000, end: 120_000 }],
    [
      { shiftKey: true, altKey: true },
      { start: 60_000, end: 96_000 },
    ],
    [
      { shiftKey: true, ctrlKey: true },
      { start: 90_000, end: 90_000 },
    ],
  ])('→ with %j', (more, expected) => expect(press('ArrowRight', more)).toEqual({ do: 'place', span: expected }));

  it('← stops at the onset and at the other end', () => {
    expect(press('ArrowLeft')).toEqual({ do: 'place', span: { start: 0, end: 30_000 } });
    expect(press('ArrowLeft', { shiftKey: true })).toEqual({ do: 'place', span: { start: 60_000, end: 60_000 } });
  });

  it.each([
    ['S', { do: 'split' }],
    ['ArrowDown', { do: 'go', to: 'next' }],
    ['Enter', { do: 'open' }],
    ['x', null],
    ['Tab', null],
  ])('%s', (key, expected) => expect(press(key)).toEqual(expected));

  it('leaves shortcuts of the browser alone', () => {
    expect(press('s', { ctrlKey: true })).toBeNull();
    expect(press('ArrowLeft', { ctrlKey: true })).toBeNull();
    expect(
      commandOf({ key: 'ArrowLeft', shiftKey: false, altKey: false, ctrlKey: false, metaKey: false }, null, 1),
    ).toBeNull();
  });
});
