import { isInProfile } from './check/context';
import { documentShape, type KeyShape, type Profile, type SessionToml, type ValueShape } from './shape';

/**
 * The canonical text of a document: sections and keys in the order of the format, LF, basic strings, one trailing
 * newline. The same document gives the same bytes. Profile `pipeline` writes `mtime_*` as `time_*` and keeps
 * `bpod.continuous_time`; profile `1.0` knows no such key and leaves it out. The document is not checked here.
 */
export function writeSessionToml(value: SessionToml, profile: Profile = '1.0'): string {
  return `${blocks(value, documentShape.keys, '', profile).join('\n\n')}\n`;
}

/** The sections below a table, each a header with its own keys. */
function blocks(
  value: Readonly<Record<string, unknown>>,
  keys: Readonly<Record<string, KeyShape>>,
  path: string,
  profile: Profile,
): string[] {
  return Object.entries(keys).flatMap(([key, shape]) => {
    const name = path === '' ? key : `${path}.${key}`;
    const below = value[key];
    if (shape.type === 'table') {
      const table = recordOf(below);
      return [block(`[${name}]`, table, shape.keys, profile), ...blocks(table, shape.keys, name, profile)];
    }
    if (shape.type !== 'list' || !Array.isArray(below)) return [];
    return below.map((entry) => block(`[[${name}]]`, recordOf(entry), shape.keys, profile));
  });
}

function block(
  header: string,
  value: Readonly<Record<string, unknown>>,
  keys: Readonly<Record<string, KeyShape>>,
  profile: Profile,
): string {
  const lines = Object.entries(keys).flatMap(([key, shape]) => {
    if (shape.type === 'table' || shape.type === 'list') return [];
    if (value[key] === undefined || value[key] === null || !isInProfile(shape, profile)) return [];
    return [`${key} = ${scalar(value[key], shape, profile)}`];
  });
  return [header, ...lines].join('\n');
}

function scalar(value: unknown, shape: ValueShape, profile: Profile): string {
  if (typeof value !== 'string') return String(value);
  return basicString(shape.role === 'order' && profile === 'pipeline' ? value.replace(/^mtime_/, 'time_') : value);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/** A TOML basic string. Controls are escaped; a lone surrogate, which no file can hold, becomes U+FFFD. */
function basicString(text: string): string {
  const escaped = text.toWellFormed().replaceAll(/["\\\p{Cc}]/gu, (char) => {
    const code = char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return ESCAPES[char] ?? `\\u${code}`;
  });
  return `"${escaped}"`;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
