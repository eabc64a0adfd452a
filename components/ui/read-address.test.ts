import { expect, test } from 'vitest';
import { readAddress } from './read-address';

test.each([
  ['https://lab.example.org/a?b=1', 'https://lab.example.org/a?b=1'],
  ['http://10.0.0.4:8080/x', 'http://10.0.0.4:8080/x'],
  [' lab.example.org ', 'https://lab.example.org/'],
  ['lab.example.org:8080/x', 'https://lab.example.org:8080/x'],
  ['ada@lab.example.org', 'mailto:ada@lab.example.org'],
  ['mailto:ada@lab.example.org', 'mailto:ada@lab.example.org'],
])('%s is completed', (typed, href) => {
  expect(readAddress(typed)).toBe(href);
});

test.each(['', 'word', 'two words.org', 'javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'https://'])(
  '“%s” is refused',
  (typed) => {
    expect(readAddress(typed)).toBeNull();
  },
);
