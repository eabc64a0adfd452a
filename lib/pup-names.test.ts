import { expect, it } from 'vitest';
import { pupNames, stemOf } from './pup-names';

it.each([
  ['M084', 3, [], ['M084', 'M085', 'M086']],
  ['M084', 3, ['M085'], ['M084', 'M086', 'M087']],
  ['M071', 2, ['M071', 'M072'], ['M073', 'M074']],
  ['Pup', 3, [], ['Pup', 'Pup 2', 'Pup 3']],
  ['9851120012345678', 3, [], ['9851120012345678', '9851120012345679', '9851120012345680']],
  ['L1-9', 2, [], ['L1-9', 'L1-10']],
])('from %s on, %i of them beside %o: %o', (first, count, taken, names) =>
  expect(pupNames(first, count, taken)).toEqual(names),
);

it('knows what a row of names has in common', () => {
  expect(stemOf('M084')).toBe('M');
  expect(stemOf('L1-9')).toBe('L1-');
  expect(stemOf('Ada')).toBe('Ada');
});
