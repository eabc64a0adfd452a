/**
 * The loaders of the public clients: what they include by default and what they filter by (CONTRACT section 13). `field op`
 * as the client names it, the Python client first; MATLAB's own come after the bar.
 */
const table = `
project          | sessions subjects collections cohorts         | name.icontains sessions.id subjects.id tags | id description.icontains
subject          | procedures subjectlogs                        | name.icontains projects.id strain.id sex tags | id description.icontains
session          | dataacquisition behaviors manipulations epochs | name.icontains projects.id datastorage.id tags | id description.icontains
collection       | sessions                                      | name.icontains tags | id description.icontains
cohort           | subjects                                      | name.icontains tags | id description.icontains
behavior         |                                               | session.id tags | id
dataacquisition  |                                               | session.id tags | id
manipulation     |                                               | session.id tags | id
procedure        |                                               | subject.id tags | id
procedurelog     |                                               | procedure.id tags | id subject.id
subjectlog       |                                               | subject.id tags | id type description.icontains
equipment        |                                               | name.icontains setup.id tags | id session.id
consumablestock  |                                               | tags | id subject.id
behavioralassay  |                                               | name.icontains tags |
datastorage      |                                               | name.icontains tags |
setup            |                                               | name.icontains tags |
hardwaredevice   |                                               | name.icontains tags |
brainregion      |                                               | name.icontains tags |
species          |                                               | name.icontains tags |
strain           |                                               | name.icontains species.id tags |
publication      |                                               | name.icontains tags |
laboratory       |                                               | name.icontains tags |
`;

export type Loader = {
  readonly model: string;
  readonly include: readonly string[];
  readonly python: readonly string[];
  /** Those of the MATLAB client, which has loaders for the first thirteen. */
  readonly matlab: readonly string[] | null;
};

const words = (text = '') => text.trim().split(/\s+/).filter(Boolean);

export const loaders: readonly Loader[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [model = '', include, python, matlab] = line.split('|');
    const own = words(matlab);
    return {
      model: model.trim(),
      include: words(include),
      python: words(python),
      matlab: own.length > 0 ? [...words(python), ...own] : null,
    };
  });

/** Queries as `requests` writes them: everything encoded, lists as repeated keys. */
export function pythonQuery(
  filters: Readonly<Record<string, string | number>>,
  include: readonly string[] = [],
  page: Readonly<Record<string, number>> = {},
): string {
  const pairs: [string, string][] = [
    ...Object.entries(filters).map(([key, value]): [string, string] => [`filter{${key}}`, String(value)]),
    ...include.map((name): [string, string] => ['include[]', `${name}.*`]),
    ...Object.entries(page).map(([key, value]): [string, string] => [key, String(value)]),
  ];
  return new URLSearchParams(pairs).toString();
}

/** Queries as MATLAB writes them: braces, brackets and stars as they are, only values encoded. */
export function matlabQuery(
  filters: Readonly<Record<string, string | number>>,
  include: readonly string[] = [],
  page: Readonly<Record<string, number>> = {},
): string {
  return [
    ...Object.entries(filters).map(
      ([key, value]) => `filter{${key}}=${encodeURIComponent(value).replaceAll('%20', '+')}`,
    ),
    ...include.map((name) => `include[]=${name}.*`),
    ...Object.entries(page).map(([key, value]) => `${key}=${value}`),
  ].join('&');
}

/** What MATLAB makes of JSON when it reads a record and writes it back: `jsonencode(jsondecode(…))`. */
export function throughMatlab(value: unknown): unknown {
  if (value === null) return [];
  if (Array.isArray(value)) {
    const parts = value.map(throughMatlab);
    // Texts stay a cell array; a number, a flag or an object alone is no array any more.
    return parts.length === 1 && typeof value[0] !== 'string' ? parts[0] : parts;
  }
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [validName(key), throughMatlab(part)]));
}

/** A key as MATLAB names it. Source: MATLAB documentation of matlab.lang.makeValidName. */
function validName(key: string): string {
  const joined = key.replaceAll(/\s+([a-z])/g, (_, letter: string) => letter.toUpperCase()).replaceAll(/\s/g, '');
  const plain = joined.replaceAll(/[^A-Za-z0-9_]/g, '_');
  return (/^[A-Za-z]/.test(plain) ? plain : `x${plain}`).slice(0, 63);
}
