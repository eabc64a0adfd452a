import { expect, it } from 'vitest';
import { typeFamily } from '@/lib/vocabularies/types';
import { restrictionTypes, weightType } from './measures';

it('the logs of weights and of what is withheld are types of the vocabulary', () => {
  const codes = Object.keys(typeFamily('subjectlog').types);
  expect(codes).toEqual(expect.arrayContaining([weightType, ...restrictionTypes]));
});
