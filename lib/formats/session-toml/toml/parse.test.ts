import fc from 'fast-check';
import { parse as parseSmol } from 'smol-toml';
import { getStaticTOMLValue, parseTOML } from 'toml-eslint-parser';
import { describe, expect, it } from 'vitest';
import { parseToml } from './parse';
import type { TomlNode } from './tree';

/** The plain value of a node; dates and times as written. */
function plain(node: TomlNode): unknown {
  if (node.kind === 'table')
    return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, plain(value)]));
  if (node.kind === 'array') return node.items.map(plain);
  if (node.kind === 'integer') return Number(node.value);
  return 'value' in node ? node.value : 'raw' in node ? node.raw : null;
}

function read(text: string): unknown {
  const { root, faults } = parseToml(text);
  expect(faults).toEqual([]);
  return plain(root);
}

function faultsOf(text: string): string[] {
  return parseToml(text).faults.map(({ at, code }) => `${at} ${code}`);
}

describe('parseToml', () => {
  it.each<[name: string, text: string, value: unknown]>([
    ['nothing', '', {}],
    ['comments and blank lines', '# a\n\n  # b ä\n', {}],
    [
      'bare, quoted and dotted keys',
      'a-1_B = 1\n"b c" = 2\n\'d.e\' = 3\nf . "g" = 4',
      { 'a-1_B': 1, 'b c': 2, 'd.e': 3, f: { g: 4 } },
    ],
    [
      'keys that objects treat specially',
      '__proto__ = 1\nconstructor = 2',
      Object.fromEntries([
        ['__proto__', 1],
        ['constructor', 2],
      ]),
    ],
    ['basic strings with escapes', String.raw`a = "\b\t\n\f\r\"\\\u00e9\U0001F600"`, { a: '\b\t\n\f\r"\\é😀' }],
    ['literal strings', String.raw`a = 'C:\x "y"'`, { a: 'C:\\x "y"' }],
    [
      'multi-line strings',
      "a = \"\"\"\nx\n  y \\\n\n   z\"\"\"\nb = '''\nx\\\n'y''''",
      { a: 'x\n  y z', b: "x\\\n'y'" },
    ],
    ['quotes before the closing fence', 'a = """x"""""', { a: 'x""' }],
    ['Windows line ends', 'a = """\r\nx\r\ny"""\r\nb = 1\r\n', { a: 'x\ny', b: 1 }],
    ['integers', 'a = [+1, -1_000, 0, 0xFf, 0o17, 0b1_1]', { a: [1, -1000, 0, 255, 15, 3] }],
    ['floats', 'a = [1.5, -0.1e-2, 1E3, inf, -inf]', { a: [1.5, -0.001, 1000, Infinity, -Infinity] }],
    [
      'dates and times',
      'a = [1979-05-27T07:32:00Z, 1979-05-27 07:32:00.5+01:00, 1979-05-27, 07:32:00]',
      { a: ['1979-05-27T07:32:00Z', '1979-05-27 07:32:00.5+01:00', '1979-05-27', '07:32:00'] },
    ],
    ['arrays over lines', 'a = [ 1, # one\n 2\n, ]', { a: [1, 2] }],
    ['inline tables', 'a = { b = 1, c.d = [{ e = true }] }', { a: { b: 1, c: { d: [{ e: true }] } } }],
    ['tables below tables in any order', '[a.b]\nx = 1\n[a]\ny = 2\n[ a . c ]\n', { a: { b: { x: 1 }, y: 2, c: {} } }],
    [
      'lists of tables',
      '[[a]]\nx = 1\n[a.b]\ny = 2\n[[a]]\n[[a.c]]\nz = 3',
      { a: [{ x: 1, b: { y: 2 } }, { c: [{ z: 3 }] }] },
    ],
  ])('reads %s', (_, text, value) => {
    expect(read(text)).toEqual(value);
  });

  it.each<[name: string, text: string, faults: string[]]>([
    ['a key twice', 'a = 1\na = 2', ['6 duplicate-key']],
    ['a table twice', '[a]\n[a]', ['5 duplicate-key']],
    ['a table that dotted keys defined', 'a.b = 1\n[a]', ['9 duplicate-key']],
    ['dotted keys into a table with its own header', '[a.b]\n[a]\nb.c = 1', ['10 duplicate-key']],
    ['an inline table that is extended', 'a = {}\na.b = 1\n[a.c]', ['7 duplicate-key', '16 duplicate-key']],
    ['a plain array that is extended', 'a = [{}]\n[[a]]', ['11 duplicate-key']],
    ['a list opened as a table', '[[a]]\n[a]', ['7 duplicate-key']],
    ['what only TOML 1.1 allows: newlines in inline tables', 'a = {\n}', ['5 syntax-error', '6 syntax-error']],
    ['what only TOML 1.1 allows: a trailing comma', 'a = { b = 1, }', ['13 syntax-error']],
    ['what only TOML 1.1 allows: \\e and \\x', 'a = "\\e"\nb = "\\x41"', ['5 syntax-error', '14 syntax-error']],
    ['what only TOML 1.1 allows: times without seconds', 'a = 07:32', ['4 syntax-error']],
    ['a lone carriage return', 'a = 1\rb = 2', ['5 syntax-error']],
    ['leading zeros', 'a = 007', ['4 syntax-error']],
    ['64 bits exceeded', 'a = 9223372036854775808', ['4 syntax-error']],
    ['a day that does not exist', 'a = 2025-02-29', ['4 syntax-error']],
    ['control characters', 'a = "\u0001" # \u0002\n# \u0003', ['5 syntax-error', '14 syntax-error']],
    ['a surrogate as an escape', 'a = "\\ud800"', ['5 syntax-error']],
    ['three broken lines', 'a = \n= 2\n[b\n', ['4 syntax-error', '5 syntax-error', '11 syntax-error']],
  ])('refuses %s', (_, text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  it('goes on after a list that is never closed', () => {
    const { root, faults } = parseToml('a = [\n  "x",\n\n[b]\nc = 1\n');
    expect(faults).toHaveLength(1);
    expect(plain(root)).toEqual({ a: null, b: { c: 1 } });
  });

  it('bounds nesting in every form', () => {
    for (const text of [
      `a = ${'['.repeat(1e5)}`,
      `a = ${'{a='.repeat(1e5)}`,
      `a${'.a'.repeat(1e5)} = 1`,
      `[a${'.a'.repeat(1e5)}]`,
    ]) {
      expect(faultsOf(text)[0]).toContain('nested-too-deep');
    }
  });
});

describe('beside two published parsers', () => {
  const word = fc.constantFrom('a', 'b', '"c d"', "'e'", 'a.b', 'b.a.c', '1');
  const value = fc.letrec((tie) => ({
    any: fc.oneof({ depthSize: 'small' }, tie('scalar'), tie('list'), tie('inline')),
    scalar: fc.constantFrom(
      '1',
      '-17',
      '0x1F',
      '1.5e3',
      'true',
      '"x\\ty"',
      "'z'",
      '"""m\n\\\n n"""',
      "'''q'r'''",
      '01',
      'nope',
      '"\\q"',
      '"',
    ),
    list: fc.array(tie('any'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    inline: fc
      .array(fc.tuple(word, tie('any')), { maxLength: 3 })
      .map((pairs) => `{ ${pairs.map((pair) => pair.join(' = ')).join(', ')} }`),
  })).any;
  const line = fc.oneof(
    fc.tuple(word, value).map(([key, text]) => `${key} = ${String(text)}`),
    word.map((key) => `[${key}]`),
    word.map((key) => `[[${key}]]`),
    fc.constantFrom('# note', '', ' \t'),
  );

  it('takes and refuses the same documents, and reads the same values', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const text = lines.join('\n');
        const { root, faults } = parseToml(text);
        const strict = attempt(() => getStaticTOMLValue(parseTOML(text, { tomlVersion: '1.0' })));
        expect({ text, isValid: faults.length === 0 }).toEqual({ text, isValid: strict !== null });
        if (strict === null) return;
        expect(plain(root)).toEqual(strict);
        expect(plain(root)).toEqual(attempt(() => parseSmol(text)));
      }),
      { numRuns: 2000, seed: 71 },
    );
  });

  function attempt(parse: () => unknown): unknown {
    try {
      return parse();
    } catch {
      return null;
    }
  }
});
