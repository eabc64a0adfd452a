import { expect, it } from 'vitest';
import { sectionsFor } from '@/components/search/palette-sections';
import { systemViewer } from '@/lib/server/viewer';
import { navigationFor, otherPagesFor } from './navigation';

const viewer = systemViewer('test');
const pages = [...navigationFor(viewer).flatMap(({ items }) => items), ...otherPagesFor(viewer)];
const nothing = { groups: [], recent: [], words: [], isGuess: false, zone: 'UTC' };
const found = (text: string) =>
  sectionsFor(text, text, pages, nothing).flatMap(({ entries }) => entries.map(({ href }) => href));

it.each([
  ['tokens', '/account/tokens'],
  ['api key', '/account/tokens'],
  ['two factor', '/account/two-factor'],
  ['2fa', '/account/two-factor'],
  ['password', '/account'],
  ['new session', '/sessions/new'],
  ['like the last', '/sessions/new?last'],
  ['daily round', '/log-round'],
  ['weigh', '/log-round'],
  ['webhook', '/account/webhooks'],
  ['validate', '/validate'],
  ['trash', '/deleted'],
  ['restore', '/deleted'],
  ['sign out', '/sign-out'],
  ['epochs', '/epochs'],
])('the palette finds “%s”', (text, href) => {
  expect(found(text)).toContain(href);
});

it('offers each page once', () => {
  const hrefs = pages.map(({ href }) => href);
  expect(new Set(hrefs).size).toBe(hrefs.length);
});
