import { describe, expect, test } from 'vitest';
import { usualCoordinates } from '@/lib/vocabularies/choices';
import { findType, isFamilyName, typeChoices, typeFamily, type FamilyName } from '.';
import { typesWithWords } from './search-words';

const counted: [FamilyName, types: number, fields: number, required: number, quantities: number, choices: number][] = [
  ['procedure', 43, 242, 44, 43, 105],
  ['dataacquisition', 23, 224, 0, 82, 0],
  ['manipulation', 18, 124, 0, 43, 21],
  ['equipment', 58, 0, 0, 0, 0],
  ['consumablestock', 13, 82, 6, 9, 16],
  ['subjectlog', 14, 36, 16, 6, 6],
  ['procedurelog', 4, 16, 2, 13, 0],
  // 111 described keys, and three that only the published examples use.
  ['consumable', 13, 114, 16, 0, 18],
  ['coordinates', 6, 36, 0, 36, 0],
];

describe.each(counted)('%s', (name, types, fields, required, quantities, choices) => {
  const all = Object.values(typeFamily(name).types);
  const flat = all.flatMap((type) => type.fields);

  test('has as many types, keys, requirements, quantities and choices as published', () => {
    expect([
      all.length,
      flat.length,
      flat.filter((field) => field.required).length,
      flat.filter((field) => field.kind === 'numberUnit').length,
      flat.filter((field) => field.kind === 'enum' || field.kind === 'multiselect').length,
    ]).toEqual([types, fields, required, quantities, choices]);
  });

  test('is coherent', () => {
    for (const type of all) {
      expect(type.version).toMatch(/^\d+\.\d+\.\d+$/);
      expect(new Set(type.fields.map((field) => field.key)).size, type.code).toBe(type.fields.length);
      for (const field of type.fields) {
        const where = `${type.code}.${field.key}`;
        expect(field.label, where).not.toBe('');
        if (field.kind === 'numberUnit') expect(field.units, where).toContain(field.unit);
        if (field.kind === 'enum' || field.kind === 'multiselect')
          expect(new Set(field.choices).size, where).toBe(field.choices?.length);
        if (field.kind === 'enum' && field.default !== undefined) expect(field.choices, where).toContain(field.default);
      }
    }
  });

  test('has search words only for types that exist, each once and none that their labels say', () => {
    for (const code of typesWithWords(name)) expect(findType(name, code), code).toBeDefined();
    for (const { code, label, words = [] } of typeChoices(name)) {
      expect(new Set(words).size, code).toBe(words.length);
      for (const word of words) expect(`${code} ${label}`.toLowerCase(), code).not.toContain(word.toLowerCase());
    }
  });

  test('links only to types that exist', () => {
    const links = all.flatMap((type) => [
      ...(type.allowedProcedureTypes ?? []).map((code) => findType('procedure', code)),
      ...(type.allowedConsumableStockTypes ?? []).map((code) => findType('consumablestock', code)),
      ...(type.allowedConsumableTypes ?? []).map((code) => findType('consumable', code)),
      ...(type.allowedCoordinateSystems ?? []).map((code) => findType('coordinates', code)),
    ]);
    expect(links).not.toContain(undefined);
  });
});

test('a thermal test is scored by number, with the meaning of each', () => {
  const field = findType('subjectlog', 'HargreavesTest')?.fields.find(({ key }) => key === 'responseScore');
  expect(field).toMatchObject({ choices: [0, 1, 2, 3], choiceLabels: { 2: 'Normal withdrawal' }, required: true });
});

test('lists that were typed by hand keep every choice', () => {
  const waveform = findType('manipulation', 'OptogeneticStimulation')?.fields.find(({ key }) => key === 'profile');
  expect(waveform?.choices).toHaveLength(29);
  expect(waveform?.choices).toContain('Pseudo-random Binary Sequence');
});

test('a virus injection takes a virus solution and a place in the brain', () => {
  expect(findType('procedure', 'VirusInjection')).toMatchObject({
    category: 'Injection and Infusion Procedures',
    version: '1.1.0',
    allowedConsumableStockTypes: ['VirusSolution'],
    allowedCoordinateSystems: expect.not.arrayContaining(['External_XYZ_Absolute']),
  });
});

test('every type of procedure can be placed in the usual way', () => {
  for (const { allowedCoordinateSystems: systems } of Object.values(typeFamily('procedure').types))
    expect(systems ?? [usualCoordinates]).toContain(usualCoordinates);
});

test('types are offered under their headings, one heading after the other', () => {
  const headings = typeChoices('procedure').map(({ category }) => category);
  const changes = headings.filter((heading, index) => heading !== headings[index - 1]);
  expect(changes).toHaveLength(new Set(headings).size);
  expect(changes).toHaveLength(6);
});

test('what every object inherits is neither a family nor a type', () => {
  expect(isFamilyName('procedure')).toBe(true);
  expect(isFamilyName('toString')).toBe(false);
  expect(findType('procedure', 'constructor')).toBeUndefined();
});
