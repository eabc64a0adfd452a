import { expect, test } from 'vitest';
import { homePath, safeNext, signInPath } from './next-path';

test.each(['/sessions', '/sessions/1?tab=epochs&x=%2F', '/a#b', '/sessions?next=//evil.example'])(
  '%s is a page of ours',
  (path) => {
    expect(safeNext(path)).toBe(path);
  },
);

test.each([
  '//evil.example',
  '/\\evil.example',
  '/a\\b',
  'https://evil.example',
  'javascript:alert(1)',
  'evil.example',
  '/\t/evil.example',
  '/x/..//evil.example',
  '/.//evil.example',
  '/sign-in?next=/sign-in',
  '/sign-out',
  '/api/private/stem/session/',
  '',
  undefined,
  ['/sessions'],
])('%j leads home', (path) => {
  expect(safeNext(path)).toBe(homePath);
});

test('a request of the router leads to the page itself', () => {
  expect(safeNext('/sessions?tab=epochs&_rsc=1x2y')).toBe('/sessions?tab=epochs');
});

test('the sign-in page carries the way back only where there is one', () => {
  expect(signInPath('/sessions/1?tab=epochs')).toBe('/sign-in?next=%2Fsessions%2F1%3Ftab%3Depochs');
  expect(signInPath('//evil.example')).toBe('/sign-in');
  expect(signInPath(null)).toBe('/sign-in');
});
