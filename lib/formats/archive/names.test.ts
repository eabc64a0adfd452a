import { describe, expect, it } from 'vitest';
import { isLastFirst, peopleIn, replacedInId, suggestLastFirst } from './names';

describe('a name for archives', () => {
  it.each(['Okafor, Amara', "O'Brien, Siobhán M.", 'García-López, Ana María', 'de la Cruz, J.'])('takes %s', (name) =>
    expect(isLastFirst(name)).toBe(true),
  );
  it.each(['Amara Okafor', 'Okafor,Amara', 'Okafor', 'Okafor, Amara (PI)', ''])('refuses “%s”', (name) =>
    expect(isLastFirst(name)).toBe(false),
  );
  it('turns two words round and no more', () => {
    expect(suggestLastFirst(' Amara  Okafor ')).toBe('Okafor, Amara');
    expect(suggestLastFirst('Ana María García López')).toBeNull();
    expect(suggestLastFirst('amara')).toBeNull();
  });
  it('finds several people in a text', () => {
    expect(peopleIn('Okafor, Amara; Lund, Bea and Costa, Ines & X')).toEqual([
      'Okafor, Amara',
      'Lund, Bea',
      'Costa, Ines',
      'X',
    ]);
    expect(peopleIn('Anders Sand')).toEqual(['Anders Sand']);
  });
  it('says what archives make of an id', () => {
    expect(replacedInId('mouse07')).toEqual({ characters: [], becomes: 'mouse07' });
    expect(replacedInId('mouse_07.b x')).toEqual({ characters: ['_', '.', ' '], becomes: 'mouse-07-b-x' });
  });
});
