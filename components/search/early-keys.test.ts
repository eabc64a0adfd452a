import { expect, it } from 'vitest';
import { typedSo } from './early-keys';

const key = (pressed: string, more = {}) => ({ key: pressed, ctrlKey: false, metaKey: false, altKey: false, ...more });

it('is what a field would hold after the same keys', () => {
  const pressed = ['w', 'i', 'Shift', 'S', 'x', 'Backspace', ' ', 'ø', '🐭', 'Backspace', 'Enter', 'ArrowDown'];
  expect(pressed.map((one) => key(one)).reduce(typedSo, '')).toBe('wiS ø');
  expect(typedSo('a', key('k', { ctrlKey: true }))).toBe('a');
  expect(typedSo('', key('Backspace'))).toBe('');
});
