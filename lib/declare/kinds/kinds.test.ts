import { describe, expect, it } from 'vitest';
import {
  boolean,
  choice,
  computed,
  date,
  dateTime,
  details,
  duration,
  entries,
  file,
  grantees,
  grants,
  inverse,
  keyValues,
  links,
  number,
  reference,
  references,
  richText,
  rows,
  tags,
  text,
  url,
} from '../constructors';
import type { KindName } from '../field';
import type { Field } from '../model';
import { parseInput } from '../parse';
import { kindOf } from './index';

const id = '0190b1a2-3c4d-7e5f-8a9b-0c1d2e3f4a5b';
const other = '0190b1a2-3c4d-7e5f-8a9b-0c1d2e3f4a5c';
const label = 'Thing';

type Case = {
  field: Field;
  empty: unknown;
  /** Input and the value kept. */
  good: [input: unknown, value: unknown][];
  /** Input and the problems: path below the field, and message. */
  bad: [input: unknown, ...problems: [path: string, message: string][]][];
  /** Text of a filter and the value compared with; null is refused. */
  filters?: [text: string, value: unknown][];
  /** A value and its cell, where a cell is written. */
  cells?: [value: unknown, cell: string][];
};

const at = (message: string, path = ''): [string, string] => [path, message];

/** Every kind, by its name: a kind without a row does not compile. */
const cases: Record<KindName, Case> = {
  text: {
    field: text({ label, max: 5 }),
    empty: '',
    good: [
      ['  ab ', 'ab'],
      ['ñ🐭', 'ñ🐭'],
    ],
    bad: [
      [12, at('Expected text, found the number 12.')],
      ['abcdef', at('At most 5 characters, found 6.')],
      ['a\u0000', at('Control characters are not allowed in text.')],
      ['a\nb', at('Expected one line of text, found a line break.')],
      [
        'a\u0007\nbcdef',
        at('At most 5 characters, found 8.'),
        at('Control characters are not allowed in text.'),
        at('Expected one line of text, found a line break.'),
      ],
    ],
    cells: [
      ['a, b', 'a, b'],
      ['', ''],
    ],
  },
  richText: {
    field: richText({ label, max: 3 }),
    empty: '',
    good: [['<p>abc</p>', '<p>abc</p>']],
    bad: [
      [false, at('Expected HTML text, found false.')],
      ['<p>abcd</p>', at('At most 3 characters, found 4.')],
    ],
  },
  number: {
    field: number({ label, unit: 'g', min: 0, max: 10, integer: true }),
    empty: null,
    good: [
      [0, 0],
      [10, 10],
    ],
    bad: [
      ['7', at('Expected a number, found the text “7”.')],
      [Number.NaN, at('Expected a number, found the number NaN.')],
      [1.5, at('Expected a whole number, found 1.5.')],
      [-1, at('Expected at least 0, found -1.')],
      [10.5, at('Expected a whole number, found 10.5.'), at('Expected at most 10, found 10.5.')],
    ],
    filters: [
      ['7', 7],
      ['7.5', 7.5],
      ['', null],
      ['Infinity', null],
      ['seven', null],
    ],
    cells: [
      [0, '0'],
      [null, ''],
    ],
  },
  boolean: {
    field: boolean({ label, default: true }),
    empty: true,
    good: [
      [true, true],
      [false, false],
    ],
    bad: [['true', at('Expected true or false, found the text “true”.')]],
    filters: [
      ['True', true],
      ['0', false],
      ['2', null],
    ],
    cells: [[false, 'false']],
  },
  date: {
    field: date({ label }),
    empty: null,
    good: [
      ['2024-02-29', '2024-02-29'],
      [' 0001-01-01 ', '0001-01-01'],
    ],
    bad: [
      [20240229, at('Expected a date as YYYY-MM-DD, found the number 20240229.')],
      ['2023-02-29', at('Expected a date as YYYY-MM-DD, found the text “2023-02-29”.')],
      ['0000-01-01', at('Expected a date as YYYY-MM-DD, found the text “0000-01-01”.')],
    ],
    filters: [
      ['2024-02-29', '2024-02-29'],
      ['2024-02-30', null],
    ],
    cells: [[null, '']],
  },
  dateTime: {
    field: dateTime({ label }),
    empty: null,
    good: [
      ['2026-03-14T09:30:00+01:00', '2026-03-14T08:30:00.000Z'],
      ['2026-03-14', '2026-03-14T00:00:00.000Z'],
    ],
    bad: [
      [5, at('Expected a date and time, found the number 5.')],
      ['yesterday', at('Expected a date and time such as 2026-03-14T09:30:00+01:00, found the text “yesterday”.')],
    ],
    filters: [
      ['2026-03-14T09:30Z', '2026-03-14T09:30:00.000Z'],
      ['x', null],
    ],
    cells: [[null, '']],
  },
  duration: {
    field: duration({ label }),
    empty: null,
    good: [
      [1500, 1500],
      ['00:01:02.5', 62_500],
      ['PT1H', 3_600_000],
      [-1, -1],
    ],
    bad: [
      [true, at('Expected milliseconds or HH:MM:SS, found true.')],
      [
        1.5,
        at('Expected whole milliseconds, HH:MM:SS or an ISO 8601 duration of at most 24 days, found the number 1.5.'),
      ],
      [
        '577:00:00',
        at(
          'Expected whole milliseconds, HH:MM:SS or an ISO 8601 duration of at most 24 days, found the text “577:00:00”.',
        ),
      ],
    ],
    filters: [
      ['1500', 1500],
      ['00:00:01', 1000],
      ['1,5', null],
    ],
    cells: [
      [62_500, '00:01:02.500'],
      [null, ''],
    ],
  },
  choice: {
    field: choice({
      label,
      choices: [
        { code: 'M', label: 'Male' },
        { code: 'Female', label: 'Female' },
      ],
      default: 'M',
    }),
    empty: 'M',
    good: [['M', 'M']],
    bad: [
      [1, at('Expected one of the codes, found the number 1.')],
      ['male', at('Found the text “male”; did you mean “M”?')],
      ['Femal', at('Found the text “Femal”; did you mean “Female”?')],
      ['xyzzy', at('Found the text “xyzzy”; expected one of M, Female.')],
    ],
  },
  tags: {
    field: tags({ label }),
    empty: [],
    good: [
      [
        [' a ', 'B', 'a'],
        ['a', 'B'],
      ],
      [
        ['rig 2, left', 'the "big" one'],
        ['rig 2, left', 'the "big" one'],
      ],
    ],
    bad: [
      ['a', at('Expected a list of words, found the text “a”.')],
      [['a', ' '], at('A tag can’t be empty.', '[1]')],
      [
        ['x'.repeat(101), 3],
        at('A tag has at most 100 characters.', '[0]'),
        at('Expected a word, found the number 3.', '[1]'),
      ],
    ],
    cells: [
      [['a', 'b c'], 'a, b c'],
      [['a, b', 'c'], '"a, b", c'],
      [[], ''],
    ],
  },
  url: {
    field: url({ label, max: 30 }),
    empty: '',
    good: [
      ['example.org', 'http://example.org'],
      ['ftp://example.org/a', 'ftp://example.org/a'],
    ],
    bad: [
      [1, at('Expected a web address, found the number 1.')],
      [
        'javascript:alert(1)',
        at('Expected a web address such as https://example.org, found the text “javascript:alert(1)”.'),
      ],
      ['a b', at('Expected a web address such as https://example.org, found the text “a b”.')],
      [`example.org/${'x'.repeat(20)}`, at('At most 30 characters, found 39.')],
    ],
  },
  keyValues: {
    field: keyValues({ label }),
    empty: {},
    good: [
      [
        { rig: 'A', run_2: 3 },
        { rig: 'A', run_2: 3 },
      ],
    ],
    bad: [
      [[1], at('Expected an object of keys and values, found a list of 1.')],
      [
        { '2x': 'a', list: [1] },
        at('The key “2x” must start with a letter and hold only letters, digits and _.', '.2x'),
        at('Expected text or a number, found a list of 1.', '.list'),
      ],
    ],
    cells: [[{}, '']],
  },
  rows: {
    field: rows({
      label,
      columns: {
        id: { label: 'Id', type: 'text', required: true, unique: true },
        count: { label: 'Count', type: 'integer', min: 1 },
        on: { label: 'On', type: 'boolean' },
        page: { label: 'Page', type: 'url' },
        side: { label: 'Side', type: 'text', choices: [{ code: 'left', label: 'Left' }] },
      },
    }),
    empty: [],
    good: [[[{ id: 'a', count: 2 }], [{ id: 'a', count: 2, on: false, page: '', side: '' }]]],
    bad: [
      [{}, at('Expected a list of rows, found an object.')],
      [
        [{ id: 'a' }, 5, { id: 'a', count: 0, pag: 'x', page: 'example.org', side: 'lef' }],
        at('Expected an object, found the number 5.', '[1]'),
        at('Unknown key; did you mean “page”?', '[2].pag'),
        at('Id must differ from row to row; found the text “a” twice.', '[2].id'),
        at('Expected at least 1, found the number 0.', '[2].count'),
        at(
          'Expected an address that starts with http://, https:// or ftp://, found the text “example.org”.',
          '[2].page',
        ),
        at('Expected “left”, found the text “lef”.', '[2].side'),
      ],
      [
        [{ count: '2' }],
        at('This value is required.', '[0].id'),
        at('Expected a number, found the text “2”.', '[0].count'),
      ],
    ],
    cells: [[[], '']],
  },
  details: {
    field: details({ label, family: 'manipulation', by: 'type', version: 'type_schema_version' }),
    empty: null,
    good: [[{ a: 1 }, { a: 1 }]],
    bad: [['x', at('Expected an object, found the text “x”.')]],
    cells: [[null, '']],
  },
  file: {
    field: file({ label, accepts: 'image' }),
    empty: null,
    good: [
      [`/files/${id}/rig.png`, `/files/${id}/rig.png`],
      [`https://lab.example.org/files/${id.toUpperCase()}/rig%20a.png?size=preview`, `/files/${id}/rig%20a.png`],
    ],
    bad: [
      [5, at('Expected the address of an uploaded file, found the number 5.')],
      ['/etc/passwd', at('Expected the address of an uploaded file, found the text “/etc/passwd”.')],
    ],
    cells: [[null, '']],
  },
  reference: {
    field: reference({ label, to: 'strain', onDelete: 'restrict' }),
    empty: null,
    good: [
      [id.toUpperCase(), id],
      [{ id, name: 'B6' }, id],
      [7, 7],
    ],
    bad: [
      ['mouse', at('Expected an id, found the text “mouse”.')],
      [1.5, at('Expected an id, found the number 1.5.')],
    ],
    filters: [
      [id.toUpperCase(), id],
      ['mouse', null],
    ],
    cells: [
      [id, id],
      [null, ''],
    ],
  },
  references: {
    field: references({ label, to: 'project' }),
    empty: [],
    good: [
      [
        [id, { id: other }, id],
        [id, other],
      ],
    ],
    bad: [
      [id, at(`Expected a list of ids, found the text “${id}”.`)],
      [[id, null], at('Expected an id, found nothing.', '[1]')],
    ],
    cells: [
      [[id, other], `${id}, ${other}`],
      [[], ''],
    ],
  },
  inverse: {
    field: inverse({ label, of: 'epoch', by: 'session' }),
    empty: [],
    good: [],
    bad: [],
    cells: [[[id, other], `${id}, ${other}`]],
  },
  grants: {
    field: grants({ label, to: 'user', levels: ['member', 'contributor', 'manager', 'owner'] }),
    empty: {},
    good: [
      [
        {
          'a@x.org': {},
          'b@x.org': { can_change: true },
          'c@x.org': { is_owner: true, can_change: false },
          'd@x.org': { remove: true },
        },
        { 'a@x.org': 'member', 'b@x.org': 'contributor', 'c@x.org': 'owner', 'd@x.org': null },
      ],
    ],
    bad: [
      ['a', at('Expected an object keyed by e-mail address, found the text “a”.')],
      [{ 'a@x.org': 'owner' }, at('Expected an object of flags, found the text “owner”.', '.a@x.org')],
      [
        { 'a@x.org': { is_boss: true, can_change: 'yes' } },
        at('Unknown flag; expected can_change, is_manager, is_owner, remove.', '.a@x.org.is_boss'),
        at('Expected true or false, found the text “yes”.', '.a@x.org.can_change'),
      ],
    ],
    cells: [],
  },
  grantees: {
    field: grantees({ label }),
    empty: [],
    good: [
      [
        [1, '2', 1],
        [1, '2'],
      ],
    ],
    bad: [[3, at('Expected a list of group ids, found the number 3.')]],
    cells: [[[], '']],
  },
  computed: {
    field: computed({ label, compute: 'rrid_url', json: { type: 'string' } }),
    empty: null,
    good: [],
    bad: [],
    cells: [['x', 'x']],
  },
  entries: { field: entries({ label, family: 'subjectlog', by: 'type' }), empty: [], good: [], bad: [], cells: [] },
  links: { field: links({ label }), empty: {}, good: [], bad: [], cells: [[{ a: 'a/' }, '']] },
};

describe.each(Object.entries(cases))('the kind %s', (_, { field, empty, good, bad, filters = [], cells = [] }) => {
  const kind = kindOf(field);
  const check = (value: unknown) =>
    parseInput({ label: 'Record', fields: { thing: { ...field, readOnly: false } } }, { thing: value }, 'create');

  it('is empty as declared', () => expect(kind.empty(field)).toEqual(empty));

  it.each(good)('keeps %j as %j', (input, value) => expect(kind.schema(field).parse(input)).toEqual(value));

  it.each(bad)('refuses %j and says why', (input, ...expected) => {
    const { problems } = check(input);
    expect(problems.map(({ path, message }) => [path, message])).toEqual(
      expected.map(([path, message]) => [`thing${path}`, message]),
    );
  });

  it.each(filters)('reads the filter “%s” as %j', (given, value) =>
    expect(kind.parseFilter?.(given, field)).toEqual(value),
  );

  it.each(cells)('writes %j as the cell “%s”', (value, cell) => expect(kind.toCell(value, field)).toBe(cell));

  // An access list is written as flags and read as changes, so its cells do not come back as they were.
  if (field.kind !== 'grants')
    it.each(good)('reads back the cell it wrote for %j', (_input, value) => {
      const again = kind.fromCell(kind.toCell(value, field), field);
      const ids = field.kind === 'grantees' || field.kind === 'reference' || field.kind === 'references';
      expect(kind.schema(field).parse(again)).toEqual(
        ids
          ? JSON.parse(JSON.stringify(value), (_key, item: unknown) => (typeof item === 'number' ? String(item) : item))
          : value,
      );
    });

  it('reads the cell of nothing as nothing', () => {
    const { values, problems } = check(kind.fromCell(kind.toCell(kind.empty(field), field), field));
    expect(problems).toEqual([]);
    expect(values.thing).toEqual(empty);
  });

  it('stores only what it can', () => {
    const storage = kind.storage(field);
    // Nothing given must be storable: a column that takes no null has something to put in its place.
    if (storage.shape === 'column' && !storage.nullable && !field.required) expect(kind.empty(field)).not.toBeNull();
  });
});

describe('variants', () => {
  it('text may be null, caseless, of several lines, or of a pattern', () => {
    const nullable = text({ label, emptyIsNull: true });
    expect(kindOf(nullable).empty(nullable)).toBeNull();
    expect(kindOf(nullable).storage(nullable)).toMatchObject({ nullable: true });
    const caseless = text({ label, caseless: true });
    expect(kindOf(caseless).storage(caseless)).toMatchObject({ prisma: 'String @db.Citext' });
    const lines = text({ label, multiline: true });
    expect(kindOf(lines).schema(lines).parse('a\nb')).toBe('a\nb');
  });

  it.each([
    [
      'rrid',
      'RRID:IMSR_JAX:000664',
      'IMSR_JAX:000664',
      'Expected an RRID that starts with “RRID:”, such as RRID:IMSR_JAX:000664.',
    ],
    ['orcid', '0000-0002-1825-009X', '0000-0002-1825', 'Expected an ORCID iD such as 0000-0002-1825-0097.'],
    ['email', 'ana@example.org', 'ana', 'Expected an e-mail address such as name@example.org.'],
  ] as const)('the pattern %s takes %s and refuses %s', (pattern, good, bad, message) => {
    const field = text({ label, pattern });
    expect(kindOf(field).schema(field).safeParse(good).success).toBe(true);
    expect(
      kindOf(field)
        .schema(field)
        .safeParse(bad)
        .error?.issues.map((issue) => issue.message),
    ).toEqual([`${message} Found the text “${bad}”.`]);
  });

  it('a number without limits still fits its column', () => {
    const field = number({ label, unit: null, integer: true });
    expect(kindOf(field).schema(field).safeParse(2_147_483_648).success).toBe(false);
    expect(kindOf(field).schema(field).safeParse(-2_147_483_647).success).toBe(true);
  });

  it('details are checked against the schema of the sibling’s type, with its version', () => {
    const field = details({ label, family: 'manipulation', by: 'type', version: 'type_schema_version' });
    const refine = kindOf(field).refine;
    expect(
      refine?.('details', field, { details: {}, type: 'nonsense' }).problems.map(({ path, code }) => [path, code]),
    ).toEqual([['type', 'unknown-type']]);
    expect(refine?.('details', field, { details: {} })).toEqual({ values: {}, problems: [] });
  });
});
