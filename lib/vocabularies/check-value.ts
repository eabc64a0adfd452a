import { describe, nearest, type Problem } from '@/lib/declare/problem';
import type { DetailField, DetailKind } from './types/schema';
import { allowedUnit } from './unit-spelling';

/** Longest text and longest list that a detail may hold; far above what a person enters. */
const textMax = 10_000;
const listMax = 10_000;

type Report = (code: string, expected: string) => undefined;
/** Gives the value to store; undefined when it is empty or was reported. */
type Check = (field: DetailField, value: unknown, path: string, problems: Problem[], report: Report) => unknown;

/** Null, blank text, and the `[]` that MATLAB writes for "nothing". */
export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** Whether a value is an object with keys. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `a, b or c`; long lists are cut, since the form shows them whole. */
export const oneOf = (values: readonly (string | number)[]): string => {
  const shown = values.length > 12 ? [...values.slice(0, 12), 'others'] : values;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
};

function checkText(field: DetailField, value: unknown, report: Report): string | undefined {
  if (typeof value !== 'string') return report('type', `text, found ${describe(value)}`);
  if (value.includes('\0')) return report('type', 'text without NUL characters');
  if (value.length > textMax) return report('too-long', `at most ${textMax} characters, found ${value.length}`);
  return value.trim();
}

function checkNumber(field: DetailField, value: unknown, unit: string | undefined, report: Report): number | undefined {
  if (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)))
    return report('type', `a number, found ${describe(value)}; write ${Number(value)} without quotation marks`);
  if (typeof value !== 'number' || !Number.isFinite(value)) return report('type', `a number, found ${describe(value)}`);
  const { min } = field;
  // An upper bound holds for the first unit: 5000 ppm is not above 100 %.
  const max = unit === undefined || unit === field.unit ? field.max : undefined;
  if ((min === undefined || value >= min) && (max === undefined || value <= max)) return value;
  const range = [min !== undefined && `at least ${min}`, max !== undefined && `at most ${max}`]
    .filter(Boolean)
    .join(' and ');
  const same = unit === '°' && max === 180 && value > 180 && value <= 360 ? `; the same angle is ${value - 360}` : '';
  return report('range', `${range}${unit ? ` ${unit}` : ''}, found ${value}${same}`);
}

function checkChoice(field: DetailField, value: unknown, report: Report): string | number | undefined {
  const choices = field.choices ?? [];
  const chosen = choices.find((choice) => choice === value);
  if (chosen !== undefined) return chosen;
  const near = typeof value === 'string' ? nearest(value, choices.map(String)) : null;
  return report('choice', `${oneOf(choices)}, found ${describe(value)}${near ? `; did you mean “${near}”?` : ''}`);
}

const checkTexts: Check = (field, value, _path, _problems, report) => checkText(field, value, report);

/** One check for each kind of detail. */
const checks: Record<DetailKind, Check> = {
  string: checkTexts,
  text: checkTexts,
  time: (field, value, _path, _problems, report) =>
    typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value.trim())
      ? value.trim()
      : report('format', `a time of day as HH:MM, found ${describe(value)}`),
  number: (field, value, _path, _problems, report) => checkNumber(field, value, field.unit, report),
  integer: (field, value, _path, _problems, report) =>
    typeof value === 'number' && Number.isFinite(value) && !Number.isSafeInteger(value)
      ? report('integer', `a whole number, found ${value}`)
      : checkNumber(field, value, undefined, report),
  boolean: (field, value, _path, _problems, report) =>
    typeof value === 'boolean' ? value : report('type', `true or false, found ${describe(value)}`),
  enum: (field, value, _path, _problems, report) => checkChoice(field, value, report),
  // MATLAB sends a list of one as its only item.
  multiselect(field, value, _path, _problems, report) {
    const items = Array.isArray(value) ? value : [value];
    const chosen = items.map((item) => checkChoice(field, item, report)).filter((item) => item !== undefined);
    return [...new Set(chosen)];
  },
  array(field, value, path, problems) {
    const items: unknown[] = Array.isArray(value) ? value : [value];
    if (items.length > listMax) {
      problems.push({
        path,
        code: 'too-long',
        message: `${field.label}: at most ${listMax} items, found ${items.length}.`,
      });
      return undefined;
    }
    const item = { required: true, key: '', ...field.items, kind: field.items?.kind ?? 'string' } as const;
    return items.map((each, index) =>
      checkValue({ ...item, label: `${field.label}, item ${index + 1}` }, each, `${path}[${index}]`, problems),
    );
  },
  table(field, value, path, problems, report) {
    const rows: unknown[] = Array.isArray(value) ? value : [value];
    if (rows.length > listMax) return report('too-long', `at most ${listMax} rows, found ${rows.length}`);
    const checked = rows.map((row, index) =>
      isObject(row)
        ? checkFields(field.columns ?? [], row, `${path}[${index}]`, problems)
        : report('type', `rows that are objects, found ${describe(row)}`),
    );
    return checked.filter((row) => row !== undefined && Object.keys(row).length > 0);
  },
  numberUnit(field, value, path, problems, report) {
    const units = field.units ?? [];
    const standard = field.unit ?? '';
    if (!isObject(value)) {
      const legacy = allowedUnit(field.legacyUnit ?? standard, units);
      // What older records meant is no longer a unit of this quantity: a guess would falsify the value.
      if (legacy === null)
        return report('unit', `a quantity with a unit, one of ${oneOf(units)}, found ${describe(value)} without one`);
      const number = checkNumber(field, value, legacy, report);
      return number === undefined ? undefined : { value: number, unit: legacy };
    }
    for (const key of Object.keys(value))
      if (key !== 'value' && key !== 'unit')
        problems.push({
          path: `${path}.${key}`,
          code: 'unknown-key',
          message: `${field.label}: a quantity has “value” and “unit”, not “${key}”.`,
        });
    if (isEmpty(value.unit)) return report('unit', `a unit, one of ${oneOf(units)}, found nothing`);
    const unit = typeof value.unit === 'string' ? allowedUnit(value.unit, units) : null;
    if (unit === null) report('unit', `the unit ${oneOf(units)}, found ${describe(value.unit)}`);
    const number = checkNumber(field, value.value, unit ?? undefined, report);
    return number === undefined || unit === null ? undefined : { value: number, unit };
  },
};

/** Checks one value, which may be missing. Problems are added to the list; the value to store is given, or undefined. */
export function checkValue(field: DetailField, value: unknown, path: string, problems: Problem[]): unknown {
  const report: Report = (code, expected) => {
    problems.push({
      path,
      code,
      message: `${field.label}: expected ${expected.endsWith('?') ? expected : `${expected}.`}`,
    });
  };
  // A form and MATLAB send the unit of a quantity that has no value yet.
  const isBlank = isEmpty(value) || (field.kind === 'numberUnit' && isObject(value) && isEmpty(value.value));
  if (isBlank) {
    // The published examples send a required list of choices empty.
    if (field.kind === 'multiselect' && Array.isArray(value)) return [];
    if (field.required) problems.push({ path, code: 'required', message: `${field.label}: this value is required.` });
    return undefined;
  }
  return checks[field.kind](field, value, path, problems, report);
}

/** Checks an object against its fields: every unknown key, missing value and wrong value is reported. */
export function checkFields(
  fields: readonly DetailField[],
  source: Readonly<Record<string, unknown>>,
  path: string,
  problems: Problem[],
): Record<string, unknown> {
  for (const key of Object.keys(source))
    if (!fields.some((field) => field.key === key)) {
      const known = suggestKey(key, fields);
      const hint = known
        ? `; did you mean “${known}”?`
        : fields.length
          ? `; expected ${oneOf(fields.map((field) => field.key))}.`
          : '; this type has no details.';
      problems.push({ path: `${path}.${key}`, code: 'unknown-key', message: `Unknown key “${key}”${hint}` });
    }
  const checked: Record<string, unknown> = {};
  for (const field of fields) {
    const value = checkValue(
      field,
      Object.hasOwn(source, field.key) ? source[field.key] : undefined,
      `${path}.${field.key}`,
      problems,
    );
    if (value !== undefined) checked[field.key] = value;
  }
  return checked;
}

/** The key meant by a key that does not exist: its label, a slip of the pen, or a longer or shorter name for it. */
function suggestKey(key: string, fields: readonly DetailField[]): string | null {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const same = fields.find((field) => plain(field.label) === plain(key) || plain(field.key) === plain(key));
  const near =
    same?.key ??
    nearest(
      key,
      fields.map((field) => field.key),
    );
  const within = fields.find((field) => {
    const [short = '', long = ''] = [plain(field.key), plain(key)].sort((a, b) => a.length - b.length);
    return short.length >= 4 && long.includes(short);
  });
  return near ?? within?.key ?? null;
}
