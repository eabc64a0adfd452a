import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixture } from './fixtures/read';
import { validateSessionToml } from './validate';

const sources = ['valid.toml', 'published-example.toml', 'recorded-session.toml'].map(fixture);
const MIB = 1024 * 1024;

/** Fills almost one MiB. */
const many = (unit: string) => unit.repeat(Math.floor((MIB - 100) / unit.length));
const numbered = (count: number, write: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => write(n)).join('\n');

function expectSound(input: string | Uint8Array): void {
  const { valid, problems, value } = validateSessionToml(input);
  expect(valid).toBe(value !== null);
  expect(valid).toBe(!problems.some(({ severity }) => severity === 'error'));
  const places = problems.map(({ line, column }) => line * 1e7 + column);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(problems.every(({ line, column, message }) => line > 0 && column > 0 && message !== '')).toBe(true);
}

describe('no input', () => {
  it('of random bytes throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), expectSound), { numRuns: 500, seed: 1 });
  });

  it('of random text throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), expectSound), { numRuns: 500, seed: 2 });
  });

  it('made of the marks of TOML throws', () => {
    const mark = fc.constantFrom(
      ...'[]{}="\'\\#.,\n\r \t-_+:0123TZeEuUabc',
      '"""',
      "'''",
      '[[',
      ']]',
      'session',
      'TTLs',
    );
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 60 }), (marks) => expectSound(marks.join(''))),
      { numRuns: 2000, seed: 3 },
    );
  });

  it('made by cutting, doubling and overwriting real files throws', () => {
    const edit = fc.tuple(fc.nat(1200), fc.nat(40), fc.string({ unit: 'binary', maxLength: 4 }));
    fc.assert(
      fc.property(fc.constantFrom(...sources), fc.array(edit, { minLength: 1, maxLength: 6 }), (source, edits) => {
        expectSound(
          edits.reduce((text, [at, length, insert]) => text.slice(0, at) + insert + text.slice(at + length), source),
        );
        const bytes = new TextEncoder().encode(source);
        for (const [at, length] of edits) bytes[at % bytes.length] = length * 6;
        expectSound(bytes);
      }),
      { numRuns: 500, seed: 4 },
    );
  });

  const hostile: [string, string][] = [
    ['nested lists', `a = ${many('[')}`],
    ['nested inline tables', `a = ${many('{a=')}`],
    ['a key of many parts', `a${many('.a')} = 1`],
    ['a list of many numbers', `a = [${many('1,')}]`],
    ['a long text', `a = "${many('x')}"`],
    ['a long text over lines', `a = """${many('x\n')}"""`],
    ['a long number', `a = ${many('1')}`],
    ['only newlines', many('\n')],
    ['only quotes', many('"')],
    ['only equals signs', many('=\n')],
    ['lists that are never closed', many('a = [\n')],
    ['texts that are never closed', many('a = """\n')],
    ['one key again and again', many('a=1\n')],
    ['many unknown keys', numbered(60_000, (n) => `k${n} = ${n}`)],
    ['many sections', numbered(60_000, (n) => `[s${n}]`)],
    ['many cameras', many('[[cameras]]\n')],
    ['cameras with patterns of many stars', numbered(1000, (n) => `[[cameras]]\npaths = "${'*a'.repeat(200)}${n}"`)],
    ['cameras with patterns of many braces', numbered(1000, (n) => `[[cameras]]\npaths = "${'{a,b}'.repeat(8)}${n}*"`)],
    ['patterns of nested braces', numbered(900, () => `[[cameras]]\npaths = "${'{'.repeat(240)}${'}'.repeat(240)}"`)],
    [
      'dangling references among many ids',
      numbered(1000, (n) => `[[TTLs]]\nid = "${'a'.repeat(60)}${n}"\n[[cameras]]\nttl_id = "${'b'.repeat(60)}${n}"`),
    ],
    ['a subject of many dots', `[session]\nsubject_id = "a@${many('.')} "`],
    ['an age of many blanks', `[session]\nage = "${many(' ')}x"`],
    ['an age of many digits', `[session]\nage = "${many('1')}"`],
    ['a date of many blanks', `[session]\ndate = "2026-01-01${many(' ')}x"`],
  ];

  // Tenths of a second each; whatever is not linear would take minutes, and vitest's own limit would end it.
  it.each(hostile)('of 1 MiB hangs: %s', { timeout: 60_000 }, (_, text) => expectSound(text));
});
