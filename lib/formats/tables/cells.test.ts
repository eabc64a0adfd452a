import { describe, expect, it } from 'vitest';
import { readCell } from './cells';
import { tableNamed } from './index';

/** Reads a text as a cell of `table.column`. */
function read(place: string, text: string) {
  const [table = '', column = ''] = place.split('.');
  const declared = tableNamed(table);
  const found = declared?.columns[column];
  if (!declared || !found) throw new Error(`No column ${place}.`);
  return readCell(declared, found, text);
}

const good: [string, string, unknown][] = [
  ...['true', 'TRUE', 'Yes', '1', 'on', 'Enabled'].map((word): [string, string, unknown] => [
    'projects.project__is_public',
    word,
    true,
  ]),
  ...['false', 'No', '0', 'OFF', 'disabled'].map((word): [string, string, unknown] => [
    'projects.project__is_public',
    word,
    false,
  ]),
  ['projects.project__tags', 'a, "b, c", "say ""hi"""', ['a', 'b, c', 'say "hi"']],
  ['projects.project__description', 'Two\nlines\n\nand a < b', '<p>Two<br>lines</p><p>and a &lt; b</p>'],
  ['projects.project__description', '<p>Rich <b>text</b></p>', '<p>Rich <b>text</b></p>'],
  [
    'projects.project__users__can_change',
    'a@x.org, b@x.org',
    { text: 'a@x.org, b@x.org', parts: ['a@x.org', 'b@x.org'] },
  ],
  ['subjects.subject__sex', 'F', 'F'],
  ['subjects.subject__birth_date', '2026-01-15', '2026-01-15'],
  ...[
    '1 Sep 2026',
    '01-Sep-2026',
    '1 September 2026',
    'Sep 1, 2026',
    'sept. 1st 2026',
    '2026-Sep-01',
    'Tuesday, September 1, 2026',
  ].map((text): [string, string, unknown] => ['subjects.subject__birth_date', text, '2026-09-01']),
  ['procedures.procedure__date_time', '1 Sep 2026', '2026-09-01T00:00:00.000Z'],
  ['procedures.procedure__date_time', 'Sep 1, 2026, 9:30', '2026-09-01T09:30:00.000Z'],
  ['procedures.procedure__date_time', '01-Sep-2026 09:30+02:00', '2026-09-01T07:30:00.000Z'],
  ['subjects.project__name', 'One, "Two, three"', { text: 'One, "Two, three"', parts: ['One', 'Two, three'] }],
  ['subjects.subject__strain', 'a, b', { text: 'a, b', parts: ['a, b'] }],
  ['procedures.procedure__date_time', '2026-03-14T09:30:00Z', '2026-03-14T09:30:00.000Z'],
  ['procedures.procedure__date_time', '2026-03-14T09:30:00+02:00', '2026-03-14T07:30:00.000Z'],
  ['procedures.procedure__details', '{"a": 1}', { a: 1 }],
  ['manipulations.manipulation__details', '[{"repetitions": 2}]', [{ repetitions: 2 }]],
  ['procedures.procedure__atlas', 'AIA', 'AIA'],
  ['epochs.epoch__start', '01:02:03.5', 3_723_500],
  ['epochs.epoch__end', 'PT1H5M', 3_900_000],
  ['subject-logs.subject_log__entry_data', '{"weight": 24}', { weight: 24 }],
];

it.each(good)('%s takes “%s”', (place, text, value) => {
  expect(read(place, text)).toMatchObject({ problem: null, value });
});

/** Null where the message says it all. */
const bad: [string, string, RegExp, RegExp | null][] = [
  [
    'projects.project__is_public',
    'maybe',
    /^Expected true or false \(also yes, no, .*\), found the text “maybe”\.$/,
    null,
  ],
  ['projects.project__name', 'x'.repeat(201), /At most 200 characters, found 201/, null],
  ['subjects.subject__sex', 'female', /did you mean “F”/, /One of F, M, U/],
  ['subjects.subject__sex', 'hermaphrodite', /expected one of F, M, U/, null],
  ...['15.01.2026', '2026-02-30', '3/4/2026', '31 Feb 2026', '1 Sep 26', '1 Sec 2026', 'Monday, September 1, 2026'].map(
    (text): [string, string, RegExp, RegExp] => [
      'subjects.subject__birth_date',
      text,
      /^Expected a date as YYYY-MM-DD, found the text “[^”]*”\.$/,
      /^The month may be a word, as in 1 Sep 2026\.$/,
    ],
  ),
  ['procedures.procedure__type', 'Silicon probe implant', /did you mean “SiliconProbeImplant”/, /One of/],
  ['procedures.procedure__date_time', 'yesterday', /Expected a date and time as YYYY-MM-DD HH:MM/, /^The month/],
  ['procedures.procedure__date_time', '25/03/2026 09:30', /There is no month 25/, /Write “2026-03-25 09:30”/],
  ['procedures.procedure__details', '{a: 1}', /not valid JSON/, /object/],
  ['procedures.procedure__details', '[1]', /Expected an object, found a list/, /object/],
  ['procedures.procedure__details', '7', /Expected an object, found the number 7/, /object/],
  ['manipulations.manipulation__details', '{"repetitions": 2}', /Expected a list, found an object/, /list/],
  ['epochs.epoch__start', '300', /HH:MM:SS or .* PT1H5M/, null],
  ['subjects.subject__name', 'a\0b', /NUL/, /Take it out/],
  ['subjects.project__name', 'a\uD800', /half a character/, /Take it out/],
  ['behaviors.behavior__setup', 'YOUR_SETUP_ID', /stands for a value of yours/, /id of a setup/],
];

it.each(bad)('%s refuses “%s” and says what to write', (place, text, message, suggestion) => {
  const { problem } = read(place, text);
  expect(problem?.message).toMatch(message);
  if (suggestion) expect(problem?.suggestion).toMatch(suggestion);
  else expect(problem?.suggestion).toBeNull();
});

describe('times', () => {
  it('without a zone are the laboratory’s, which is said', () => {
    // Portugal is an hour ahead of UTC in summer; the tests' laboratory has no zone set, so UTC.
    const cell = read('sessions.session__date_time', '2026-07-01 09:30');
    expect(cell).toMatchObject({ problem: null, value: '2026-07-01T09:30:00.000Z', assumptions: ['zone'] });
    expect(read('sessions.session__date_time', '2026-07-01T09:30:00Z')).toMatchObject({ assumptions: [] });
  });

  it('with slashes have the month first, which is said', () => {
    for (const [text, value] of [
      ['03/04/2026 9:05', '2026-03-04T09:05:00.000Z'],
      ['3/4/2026', '2026-03-04T00:00:00.000Z'],
      ['12/31/2026 23:59:58', '2026-12-31T23:59:58.000Z'],
    ] as const)
      expect(read('sessions.session__date_time', text)).toMatchObject({ value, assumptions: ['zone', 'month-first'] });
  });
});
