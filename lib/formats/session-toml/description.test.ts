import { expect, it } from 'vitest';
import { wordsWanted } from './description';

const picture = '<p><img src="/files/01a21b81-e62d-7000-8282-541878dbb343" alt=""></p>';

it('says of a picture alone that files need words, not that there is no description', () => {
  expect(wordsWanted(picture)).toMatch(/in words too: session.toml and archives hold no pictures/);
  expect(wordsWanted(`${picture}<p>The field of view.</p>`)).toBeNull();
  expect(wordsWanted('<p>The mouse ran.</p>')).toBeNull();
  for (const nothing of [null, undefined, '', '<p></p>', '<p> &nbsp; </p>'])
    expect(wordsWanted(nothing)).toBe('Describe the session.');
});
