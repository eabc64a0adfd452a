import { describe, expect, it } from 'vitest';
import {
  choice,
  date,
  details,
  grants,
  keyValues,
  number,
  reference,
  references,
  richText,
  tags,
  text,
} from './constructors';
import { parseInput, type CheckedModel } from './parse';

const visit: CheckedModel = {
  label: 'Visit',
  rules: ['dies-after-birth'],
  fields: {
    name: text({ label: 'Name', required: true, max: 5 }),
    parent: reference({ label: 'Parent', to: 'visit', onDelete: 'cascade', fixed: true }),
    places: references({ label: 'Places', to: 'place', required: true }),
    mass: number({ label: 'Mass', unit: 'g' }),
    mood: choice({ label: 'Mood', choices: [{ code: 'calm', label: 'Calm' }], default: 'calm' }),
    birth_date: date({ label: 'Born' }),
    death_date: date({ label: 'Died' }),
    words: tags({ label: 'Words' }),
    extra: keyValues({ label: 'Extra' }),
    people: grants({ label: 'People', to: 'user', levels: ['member', 'owner'] }),
    given: text({ label: 'Given', readOnly: true }),
    helper: text({ label: 'Helper', internal: true }),
  },
};
const places = ['0190b1a2-3c4d-7e5f-8a9b-0c1d2e3f4a5b'];
const parent = '0190b1a2-3c4d-7e5f-8a9b-0c1d2e3f4a5c';
const found = (input: unknown, ...rest: [('create' | 'update' | 'replace')?, Record<string, unknown>?]) =>
  parseInput(visit, input, rest[0] ?? 'create', rest[1]).problems.map(({ path, code }) => `${path}: ${code}`);

describe('creating', () => {
  it('fills what is missing', () => {
    expect(parseInput(visit, { name: ' A ', places }, 'create')).toEqual({
      problems: [],
      values: {
        name: 'A',
        parent: null,
        places,
        mass: null,
        mood: 'calm',
        birth_date: null,
        death_date: null,
        words: [],
        extra: {},
        people: {},
      },
    });
  });

  it('reports all problems at once, each at its path', () => {
    expect(
      found({
        name: 'too long',
        mass: '7',
        mood: 'Calm!',
        words: ['a', 1],
        extra: { '1': 2 },
        people: { 'a@x.org': { x: true } },
      }),
    ).toEqual([
      'name: custom',
      'places: required',
      'mass: invalid_type',
      'mood: custom',
      'words[1]: invalid_type',
      'extra.1: custom',
      'people.a@x.org.x: custom',
    ]);
  });

  it.each([[null], [[]], ['x'], [5], [undefined]])('refuses %j, which is no object', (input) => {
    expect(parseInput(visit, input, 'create').problems).toMatchObject([{ path: 'detail', code: 'not-an-object' }]);
  });

  it('refuses unknown keys and says what may be meant', () => {
    const { problems } = parseInput(
      visit,
      { name: 'A', places, nam: 1, helper: 'x', constructor: 1, xyzzy: 1 },
      'create',
    );
    expect(problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'nam: A visit has no such field. Did you mean “name”?',
      'helper: A visit has no such field. Did you mean “helper”?',
      'constructor: A visit has no such field.',
      'xyzzy: A visit has no such field.',
    ]);
  });

  it('takes a record as it was read: what the system sets is ignored', () => {
    const read = {
      id: parent,
      number: 1,
      name: 'A',
      places,
      given: 'theirs',
      created_at: 'x',
      updated_at: 'x',
      created_by: 1,
      updated_by: 1,
      version: 3,
      can: {},
    };
    const { values, problems } = parseInput(visit, read, 'create');
    expect(problems).toEqual([]);
    expect(Object.keys(values)).not.toContain('given');
  });

  it.each([[undefined], [null], [''], ['  '], [[]]])('a required field takes no %j', (name) => {
    expect(found({ name, places })).toEqual(['name: required']);
  });
});

describe('changing', () => {
  it('update touches only what was sent', () => {
    expect(parseInput(visit, { mass: null }, 'update')).toEqual({ values: { mass: null }, problems: [] });
  });

  it('replace empties what was not sent, but leaves access lists', () => {
    const { values } = parseInput(visit, { name: 'A', places }, 'replace', { mass: 3 });
    expect(values).toMatchObject({ name: 'A', mass: null });
    expect(values).not.toHaveProperty('people');
  });

  it('a required field can’t be emptied', () => expect(found({ name: '' }, 'update')).toEqual(['name: required']));

  it.each([
    [{ parent }, []],
    [{ parent: parent.toUpperCase() }, []],
    [{ parent: places[0] }, ['parent: fixed']],
    [{ parent: null }, ['parent: fixed']],
  ])('a fixed field takes only what it has: %j', (input, expected) =>
    expect(found(input, 'update', { parent })).toEqual(expected),
  );

  it('a fixed field that was left out of a replacement stays', () => {
    const { values, problems } = parseInput(visit, { name: 'A', places }, 'replace', { parent });
    expect(problems).toEqual([]);
    expect(values).not.toHaveProperty('parent');
  });
});

describe('rules', () => {
  it('hold for what is sent together with what is there', () => {
    expect(found({ death_date: '2024-01-01' }, 'update', { birth_date: '2025-01-01' })).toEqual([
      'death_date: dies-after-birth',
    ]);
    expect(found({ mass: 1 }, 'update', { birth_date: '2025-01-01', death_date: '2024-01-01' })).toEqual([]);
  });

  it('wait until their fields are sound', () => {
    expect(found({ name: 'A', places, birth_date: 'x', death_date: '2024-01-01' })).toEqual(['birth_date: custom']);
  });
});

describe('typed details', () => {
  const model: CheckedModel = {
    label: 'Thing',
    fields: {
      type: text({ label: 'Type', required: true }),
      details: details({ label: 'Details', family: 'manipulation', by: 'type', version: 'type_schema_version' }),
      type_schema_version: text({ label: 'Version', readOnly: true }),
    },
  };

  it.each(['Nonsense', 'constructor', '__proto__'])('an unknown type %s is a problem of the type', (type) => {
    const { problems } = parseInput(model, { type, details: { a: 1 } }, 'create');
    expect(problems).toMatchObject([{ path: 'type', code: 'unknown-type' }]);
  });

  it('are left alone while neither they nor the type is sent', () => {
    expect(parseInput(model, {}, 'update', { type: 'Nonsense' })).toEqual({ values: {}, problems: [] });
  });
});

it.each([
  ['rich text of many brackets', { notes: '<'.repeat(1_000_000) }],
  ['short rich text of many brackets', { notes: '<'.repeat(200_000) }],
  ['an address of many dots', { email: `a@${'.'.repeat(1_000_000)} ` }],
])('%s is refused at once', { timeout: 2000 }, (_, input) => {
  const fields = {
    notes: richText({ label: 'Notes', max: 500 }),
    email: text({ label: 'E-mail', max: 254, pattern: 'email' }),
  };
  expect(parseInput({ label: 'Thing', fields }, input, 'create').problems).toHaveLength(1);
});
