import { describe, expect, it } from 'vitest';
import { fixture, fixtureBytes } from './fixtures/read';
import { problemCodes, type ProblemCode } from './problems';
import type { Profile } from './shape';
import { validateSessionToml } from './validate';

const valid = fixture('valid.toml');

/** The valid file with one text replaced, which must be in it. */
function edited(from: string, to: string): string {
  expect(valid).toContain(from);
  return valid.replace(from, () => to);
}

type Row = {
  code: ProblemCode;
  name: string;
  from: string;
  to: string;
  at: [line: number, column: number];
  path: string;
  hint?: string;
  profile?: Profile;
};

/** Each rule broken once in a file that is valid otherwise. */
// prettier-ignore
const rows: Row[] = [
  { code: 'syntax-error', name: 'a text that is not closed', from: '"F"', to: '"F', at: [7, 7], path: '' },
  { code: 'syntax-error', name: 'no equals sign', from: 'sex = ', to: 'sex ', at: [7, 5], path: '' },
  { code: 'syntax-error', name: 'text without quotes', from: '"F"', to: 'F', at: [7, 7], path: '', hint: 'Text needs quotes: "F".' },
  { code: 'duplicate-key', name: 'a key twice', from: 'sex = "F"', to: 'sex = "F"\nsex = "M"', at: [8, 1], path: '' },
  { code: 'duplicate-key', name: 'a section twice', from: '[bpod]', to: '[session]\n[bpod]', at: [11, 2], path: '' },
  { code: 'nested-too-deep', name: 'lists in lists', from: '"F"', to: '['.repeat(99), at: [7, 40], path: '' },
  { code: 'missing-section', name: 'a section', from: '[bpod]\npath = "Bpod/*.mat"\norder = "name_asc"\n\n[[bpod.trial_types]]', to: '[[x]]', at: [1, 1], path: 'bpod' },
  { code: 'unknown-section', name: 'a section', from: '[bpod]', to: '[probe]\n[bpod]', at: [11, 1], path: 'probe' },
  { code: 'unknown-section', name: 'a section in the wrong case', from: '[[cameras]]', to: '[[Cameras]]', at: [31, 1], path: 'Cameras', hint: 'Did you mean “cameras”?' },
  { code: 'missing-key', name: 'a key of a section', from: 'genotype = "PV-Cre/+"\n', to: '', at: [1, 1], path: 'session.genotype', hint: 'Add for example genotype = "WT"' },
  { code: 'missing-key', name: 'a key of a list', from: 'ttl_id = "ttl_camera"', to: '', at: [31, 1], path: 'cameras[0].ttl_id' },
  { code: 'unknown-key', name: 'a key', from: '[bpod]\n', to: '[bpod]\nversion = 2\n', at: [12, 1], path: 'bpod.version' },
  { code: 'unknown-key', name: 'a misspelled key', from: 'experimenter', to: 'experimentor', at: [5, 1], path: 'session.experimentor', hint: 'Did you mean “experimenter”?' },
  { code: 'unknown-key', name: 'a key that only the pipeline knows', from: '[bpod]\n', to: '[bpod]\ncontinuous_time = true\n', at: [12, 1], path: 'bpod.continuous_time', hint: 'Only profile pipeline allows it.' },
  { code: 'unknown-key', name: 'a key before every section', from: '[session]', to: 'version = 1\n[session]', at: [1, 1], path: 'version' },
  { code: 'wrong-type', name: 'a TOML date', from: '"2026-03-14T10:30:00+01:00"', to: '2025-01-01', at: [4, 8], path: 'session.date', hint: 'Write date = "2025-01-01"' },
  { code: 'wrong-type', name: 'a number as text', from: 'trial_type = 1', to: 'trial_type = "1"', at: [17, 14], path: 'bpod.trial_types[0].trial_type', hint: 'Write trial_type = 1' },
  { code: 'wrong-type', name: 'a decimal number', from: 'trial_type = 1', to: 'trial_type = 1.0', at: [17, 14], path: 'bpod.trial_types[0].trial_type', hint: 'Write trial_type = 1' },
  { code: 'wrong-type', name: 'a number for text', from: '"P90D"', to: '90', at: [8, 7], path: 'session.age', hint: 'Write age = "90"' },
  { code: 'wrong-type', name: 'a single camera', from: '[[cameras]]', to: '[cameras]', at: [31, 1], path: 'cameras', hint: 'Write [[cameras]] for each entry.' },
  { code: 'wrong-type', name: 'a list of sessions', from: '[session]', to: '[[session]]', at: [1, 1], path: 'session', hint: 'Write [session].' },
  { code: 'wrong-type', name: 'a flag as text', from: '[bpod]\n', to: '[bpod]\ncontinuous_time = "true"\n', at: [12, 19], path: 'bpod.continuous_time', hint: 'Write continuous_time = true', profile: 'pipeline' },
  { code: 'no-trial-types', name: 'Bpod data without trial types', from: valid.slice(valid.indexOf('[[bpod'), valid.indexOf('[[TTLs]]')), to: '', at: [11, 1], path: 'bpod.trial_types' },
  { code: 'empty-id', name: 'an empty id', from: '"cam0"', to: '" "', at: [32, 6], path: 'cameras[0].id' },
  { code: 'id-too-long', name: 'an id of 101 characters', from: '"cam0"', to: `"${'😀'.repeat(101)}"`, at: [32, 6], path: 'cameras[0].id' },
  { code: 'duplicate-id', name: 'two TTLs with one id', from: 'id = "ttl_cue"', to: 'id = "ttl_camera"', at: [27, 6], path: 'TTLs[1].id' },
  { code: 'out-of-range', name: 'a negative trial type', from: 'trial_type = 1', to: 'trial_type = -1', at: [17, 14], path: 'bpod.trial_types[0].trial_type' },
  { code: 'out-of-range', name: 'a trial type beyond exact numbers', from: 'trial_type = 1', to: 'trial_type = 9007199254740993', at: [17, 14], path: 'bpod.trial_types[0].trial_type' },
  { code: 'null-character', name: 'a NUL in text', from: 'day 5', to: '\\u0000', at: [6, 15], path: 'session.description' },
  { code: 'bad-date', name: 'a day that does not exist', from: '2026-03-14T10:30:00+01:00', to: '2026-02-30', at: [4, 8], path: 'session.date' },
  { code: 'bad-date', name: 'another notation', from: '2026-03-14T10:30:00+01:00', to: '2026/3/14', at: [4, 8], path: 'session.date', hint: 'Write date = "2026-03-14"' },
  { code: 'bad-date', name: 'a blank for the T', from: '2026-03-14T10:30:00+01:00', to: '2026-03-14 10:30', at: [4, 8], path: 'session.date', hint: 'Write date = "2026-03-14T10:30"' },
  { code: 'bad-sex', name: 'a word', from: '"F"', to: '"female"', at: [7, 7], path: 'session.sex', hint: 'Write sex = "F"' },
  { code: 'unknown-ttl-id', name: 'a camera without its TTL', from: 'ttl_id = "ttl_camera"', to: 'ttl_id = "ttl_camrea"', at: [36, 10], path: 'cameras[0].ttl_id', hint: 'Did you mean “ttl_camera”?' },
  { code: 'unknown-sync-ttl', name: 'a trial type without its TTL', from: 'sync_ttl = "ttl_cue"', to: 'sync_ttl = "ttl_queue"', at: [19, 12], path: 'bpod.trial_types[0].sync_ttl', hint: 'Did you mean “ttl_cue”?' },
  { code: 'pattern-empty', name: 'an empty pattern', from: '"Video/top/*.avi"', to: '""', at: [34, 9], path: 'cameras[0].paths' },
  { code: 'pattern-absolute', name: 'an absolute path', from: '"Video/top/*.avi"', to: '"/data/*.avi"', at: [34, 9], path: 'cameras[0].paths' },
  { code: 'pattern-escapes', name: 'a parent folder', from: '"Video/top/*.avi"', to: '"Video/../../*.avi"', at: [34, 9], path: 'cameras[0].paths' },
  { code: 'pattern-backslash', name: 'backslashes', from: '"Video/top/*.avi"', to: "'Video\\top\\*.avi'", at: [34, 9], path: 'cameras[0].paths', hint: 'Write Video/top/*.avi.' },
  { code: 'pattern-control-character', name: 'a newline', from: '"Video/top/*.avi"', to: '"Video\\n*.avi"', at: [34, 9], path: 'cameras[0].paths' },
  { code: 'pattern-unbalanced', name: 'an open bracket', from: '"Bpod/*.mat"', to: '"Bpod/[ab.mat"', at: [12, 8], path: 'bpod.path' },
  { code: 'pattern-too-long', name: '501 characters', from: '"Video/top/*.avi"', to: `"${'x'.repeat(501)}"`, at: [34, 9], path: 'cameras[0].paths' },
  { code: 'pattern-too-complex', name: '512 alternatives', from: '"Video/top/*.avi"', to: `"${'{a,b}'.repeat(9)}"`, at: [34, 9], path: 'cameras[0].paths' },
  { code: 'unusual-order', name: 'an order by size', from: 'order = "name_asc"\nttl_id', to: 'order = "size"\nttl_id', at: [35, 9], path: 'cameras[0].order' },
  { code: 'unusual-order', name: 'the pipeline’s name of an order', from: 'order = "name_asc"\nttl_id', to: 'order = "time_asc"\nttl_id', at: [35, 9], path: 'cameras[0].order', hint: 'Write order = "mtime_asc"' },
  { code: 'unusual-order', name: 'an order the pipeline refuses', from: 'order = "name_asc"\nttl_id', to: 'order = "mtime_asc"\nttl_id', at: [35, 9], path: 'cameras[0].order', hint: 'Write order = "time_asc"', profile: 'pipeline' },
  { code: 'subject-looks-like-person', name: 'an e-mail address', from: '"mouse_071"', to: '"ada@example.org"', at: [3, 14], path: 'session.subject_id' },
  { code: 'subject-looks-like-person', name: 'two capitalised words', from: '"mouse_071"', to: '"Grace Example"', at: [3, 14], path: 'session.subject_id' },
  { code: 'unclear-ttl-id', name: 'an id in capitals', from: 'id = "ttl_cue"\ndesc', to: 'id = "CueTTL"\ndesc', at: [27, 6], path: 'TTLs[1].id', hint: 'For example cue_ttl.' },
  { code: 'age-not-duration', name: 'days without a unit', from: '"P90D"', to: '"P60"', at: [8, 7], path: 'session.age', hint: 'Write age = "P60D"' },
  { code: 'too-few-entries', name: 'no camera', from: valid.slice(valid.indexOf('[[cameras]]')), to: '', at: [1, 1], path: 'cameras' },
];

describe('validateSessionToml', () => {
  it('accepts a file that keeps every rule, without a word', () => {
    expect(validateSessionToml(valid)).toMatchObject({ valid: true, problems: [], profile: '1.0' });
  });

  it.each(rows.filter((row) => row.code !== 'too-few-entries'))('reports $code for $name at its place', (row) => {
    const { problems, valid: isValid } = validateSessionToml(edited(row.from, row.to), row.profile);
    const found = problems.filter((problem) => problem.code === row.code && problem.path === row.path);
    expect(found.map(({ line, column }) => [line, column])).toEqual([row.at]);
    expect(found[0]?.requirement).toBe(problemCodes[row.code].requirement);
    if (row.hint !== undefined) expect(found[0]?.hint).toBe(row.hint);
    expect(isValid).toBe(!problems.some(({ severity }) => severity === 'error'));
  });

  it('has a row for every code that an edit of one line can cause', () => {
    const elsewhere: ProblemCode[] = [
      'too-large',
      'not-utf8',
      'too-many-entries',
      'too-many-problems',
      'duplicate-trial-type',
      'overlapping-patterns',
      'overlap-not-checked',
    ];
    expect(new Set([...rows.map(({ code }) => code), ...elsewhere])).toEqual(new Set(Object.keys(problemCodes)));
  });

  it.each<[string, string, [number, number], string]>([
    ['TTLs', 'TTLs = []\n', [1, 1], 'TTLs'],
    ['cameras', '\ncameras = [ ]\n', [2, 1], 'cameras'],
  ])('wants at least one entry in %s', (_, text, at, path) => {
    const found = validateSessionToml(text).problems.filter(({ code }) => code === 'too-few-entries');
    expect(found).toMatchObject([{ path, line: at[0], column: at[1], severity: 'error', requirement: 'REQ-001' }]);
  });

  it('names both places of a trial type that is there twice', () => {
    const entry = valid.slice(valid.indexOf('[[bpod'), valid.indexOf('[[TTLs]]'));
    const { problems } = validateSessionToml(valid.replace(entry, entry + entry));
    expect(problems).toMatchObject([
      {
        code: 'duplicate-trial-type',
        path: 'bpod.trial_types[1].trial_type',
        line: 23,
        column: 14,
        message: '“1” is already used by bpod.trial_types[0].trial_type in line 17.',
      },
    ]);
  });

  it('warns of two cameras that can take the same file, once for each later camera', () => {
    const camera = valid.slice(valid.indexOf('[[cameras]]')).replace('cam0', 'cam1').replace('top/*', '*/*');
    const { problems, valid: isValid } = validateSessionToml(`${valid}\n${camera}`);
    expect(isValid).toBe(true);
    expect(problems).toMatchObject([
      { code: 'overlapping-patterns', severity: 'warning', path: 'cameras[1].paths', line: 41, column: 9 },
    ]);
  });

  it('accepts a session without Bpod data and without trial types', () => {
    const withoutBpod = valid.replace('Bpod/*.mat', '').replace(/\[\[bpod[^]*?(?=\[\[TTLs)/, '');
    expect(validateSessionToml(withoutBpod)).toMatchObject({ valid: true, problems: [] });
  });

  it('says that a subject named like the experimenter reads like a person', () => {
    const { problems } = validateSessionToml(valid.replace('"mouse_071"', '"ada example"'));
    expect(problems).toMatchObject([{ code: 'subject-looks-like-person', line: 3, requirement: 'CON-001' }]);
  });

  it('shows the line of a syntax error and goes on to the next one', () => {
    const { problems } = validateSessionToml('[session]\nid = "a\nsubject_id = b\n');
    expect(problems.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['syntax-error', 2, 6],
      ['syntax-error', 3, 14],
    ]);
    expect(problems[0]?.message).toBe('This text is not closed on its line.\n2 | id = "a\n         ^');
  });

  it('lists an empty file’s missing sections', () => {
    const { problems } = validateSessionToml('');
    expect(problems.map(({ path, line, column }) => [path, line, column])).toEqual(
      ['session', 'bpod', 'TTLs', 'cameras'].map((path) => [path, 1, 1]),
    );
  });
});

describe('the published example of the format', () => {
  it('is refused with every one of its faults at its line', () => {
    const { valid: isValid, problems, alternative } = validateSessionToml(fixture('published-example.toml'));
    expect({ isValid, alternative }).toEqual({ isValid: false, alternative: undefined });
    expect(problems.map(({ code, path, line }) => `${line} ${code} ${path}`)).toEqual([
      '2 missing-key session.experimenter',
      '2 missing-key session.description',
      '2 missing-key session.sex',
      '2 missing-key session.age',
      '2 missing-key session.genotype',
      '15 unknown-sync-ttl bpod.trial_types[0].sync_ttl',
      '17 missing-key TTLs[0].description',
      '19 unknown-key TTLs[0].role',
      '22 missing-key cameras[0].description',
      '22 missing-key cameras[0].order',
      '25 unknown-key cameras[0].expected_fps',
      '29 missing-key cameras[1].description',
      '29 missing-key cameras[1].order',
      '29 missing-key cameras[1].ttl_id',
      '32 unknown-key cameras[1].expected_fps',
    ]);
    expect(problems.every(({ severity }) => severity === 'error')).toBe(true);
    expect(problems[13]?.message).toBe(
      '[[cameras]] 2 lacks the key “ttl_id”: id of the TTL channel with this camera’s frame pulses.',
    );
  });
});

describe('a file that the pipeline recorded with', () => {
  it('fails 1.0 and offers profile pipeline', () => {
    const result = validateSessionToml(fixtureBytes('recorded-session.toml'));
    expect(result).toMatchObject({ valid: false, value: null, alternative: 'pipeline' });
    expect(result.problems.map(({ code, line }) => [code, line])).toEqual([
      ['age-not-duration', 9],
      ['unknown-key', 17],
    ]);
  });

  it('passes profile pipeline, where its orders are named and dangling references only warned of', () => {
    const text = fixture('recorded-session.toml')
      .replace('"name_asc"', '"time_desc"')
      .replace('"ttl_cue"', '"ttl_gone"');
    const { valid: isValid, value, problems } = validateSessionToml(text, 'pipeline');
    expect(isValid).toBe(true);
    expect(value?.bpod).toMatchObject({ order: 'mtime_desc', continuous_time: false });
    expect(problems.find(({ code }) => code === 'unknown-sync-ttl')?.severity).toBe('warning');
  });

  it('may leave out the trial types in profile pipeline', () => {
    const text = fixture('recorded-session.toml').replace(/\[\[bpod[^]*?(?=\[\[TTLs)/, '');
    expect(validateSessionToml(text, 'pipeline').value?.bpod.trial_types).toEqual([]);
    expect(validateSessionToml(text).problems.map(({ code }) => code)).toContain('no-trial-types');
  });
});

describe('limits', () => {
  it('refuses more than 1 MiB, as bytes or as text', () => {
    const text = `# ${'ä'.repeat(524_288)}`;
    const expected = { valid: false, problems: [{ code: 'too-large', line: 1, column: 1 }] };
    expect(validateSessionToml(text)).toMatchObject(expected);
    expect(validateSessionToml(new Uint8Array(1_048_577))).toMatchObject(expected);
  });

  it('accepts a byte order mark and Windows line ends', () => {
    const bytes = new TextEncoder().encode(`\ufeff${valid.replaceAll('\n', '\r\n')}`);
    expect(validateSessionToml(bytes)).toMatchObject({ valid: true, problems: [] });
  });

  it('says where bytes stop being text', () => {
    const bytes = new TextEncoder().encode(valid);
    bytes[valid.indexOf('Ada')] = 0xe9;
    expect(validateSessionToml(bytes).problems).toMatchObject([{ code: 'not-utf8', line: 5, column: 17 }]);
    expect(validateSessionToml(`id = "\ud800"`).problems).toMatchObject([{ code: 'not-utf8', line: 1, column: 7 }]);
    const utf16 = Uint8Array.of(0xff, 0xfe, 0x5b, 0x00);
    expect(validateSessionToml(utf16).problems[0]?.hint).toBe('This is UTF-16: save the file as UTF-8.');
  });

  it('refuses 1,001 entries, and lists at most 1,000 problems', () => {
    const { problems } = validateSessionToml(`${valid}${'[[cameras]]\n'.repeat(1000)}`);
    expect(problems.filter(({ code }) => code === 'too-many-entries')).toMatchObject([{ line: 1036, column: 1 }]);
    expect(problems).toHaveLength(1001);
    expect(problems.map(({ code }) => code)).toContain('too-many-problems');
  });

  it('stops comparing camera patterns before that takes long, and says so', () => {
    const cameras = Array.from({ length: 300 }, (_, n) => `[[cameras]]\npaths = "${'*a'.repeat(150)}${n}"\n`);
    const { problems } = validateSessionToml(cameras.slice(0, 200).join(''));
    expect(problems.map(({ code }) => code)).toContain('overlap-not-checked');
  });
});

describe('every way to write the same document', () => {
  const { value } = validateSessionToml(valid);
  const json = (input: unknown): string => JSON.stringify(input);
  const inline = (row: Record<string, unknown>): string =>
    `{ ${Object.entries(row)
      .map(([key, cell]) => `${key} = ${json(cell)}`)
      .join(', ')} }`;

  it.each<[string, () => string]>([
    [
      'inline tables and lists',
      () => {
        if (!value) throw new Error('The fixture is valid.');
        const { trial_types, ...bpod } = value.bpod;
        const types = `bpod.trial_types = [\n  ${trial_types.map(inline).join(',\n  ')}, # last\n]`;
        const head = `session = ${inline(value.session)}\n${Object.entries(bpod)
          .map(([key, cell]) => `bpod.${key} = ${json(cell)}`)
          .join('\n')}`;
        return `${head}\n${types}\nTTLs = [${value.TTLs.map(inline).join(', ')}]\ncameras = [${value.cameras.map(inline).join(', ')}]`;
      },
    ],
    [
      'quoted keys, literal and multi-line strings',
      () =>
        valid
          .replace('[session]', '[ "session" ] # who')
          .replace('id = "M071_2026-03-14_01"', '"id" = \'M071_2026-03-14_01\'')
          .replace('"Whisker detection, day 5"', '"""\nWhisker \\\n   detection, day 5"""')
          .replace('"Cue"', "'''Cue'''"),
    ],
    [
      'sections in another order',
      () => {
        const at = valid.indexOf('[bpod]');
        return `${valid.slice(at)}\n${valid.slice(0, at)}`;
      },
    ],
    [
      'escapes, tabs and other notations of numbers',
      () => valid.replace('"mouse_071"', '"\\u006Douse_071"').replaceAll(' = ', '\t=\t').replace('=\t1\n', '=\t0x1\n'),
    ],
  ])('%s', (_, write) => {
    expect(validateSessionToml(write())).toMatchObject({ valid: true, problems: [], value });
  });
});
