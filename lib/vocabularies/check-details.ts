import { describe, nearest, type Problem } from '@/lib/declare/problem';
import { checkFields, isEmpty, isObject } from './check-value';
import { findType, typeFamily, type DetailField, type FamilyName } from './types';

/** `value` is what to store: known keys only, quantities as `{ value, unit }`. `version` is that of the schema. */
export type CheckedDetails = { value: unknown; version: string; problems: Problem[] };

/**
 * Checks the details of one record against the schema of its type; every problem in one pass, none thrown.
 * Empty optional keys are left out. Bare numbers become quantities in the unit that older records meant, older
 * spellings of units become today's. A family of rows takes one object as one row, and nothing as one empty row.
 */
export function checkDetails(family: FamilyName, typeCode: string, value: unknown, path = 'details'): CheckedDetails {
  const { noun, payload } = typeFamily(family);
  const type = findType(family, typeCode);
  if (!type) return { value: null, version: '', problems: [unknownType(family, typeCode, noun, path)] };
  const { fields, version } = type;
  const problems: Problem[] = [];
  const checkObject = (source: unknown, at: string) => {
    if (isEmpty(source)) return checkFields(fields, {}, at, problems);
    if (isObject(source)) return checkFields(fields, source, at, problems);
    problems.push({ path: at, code: 'type', message: `${type.label}: expected an object, found ${describe(source)}.` });
    return {};
  };
  if (payload === 'object') return { value: checkObject(value, path), version, problems };
  const rows: unknown[] = isEmpty(value) ? [{}] : Array.isArray(value) ? value : [value];
  if (rows.length > rowsMax) {
    problems.push({ path, code: 'too-long', message: `${type.label}: at most ${rowsMax} rows, found ${rows.length}.` });
    return { value: [], version, problems };
  }
  return { value: rows.map((row, index) => checkObject(row, `${path}[${index}]`)), version, problems };
}

const rowsMax = 1000;

/** The same for coordinates, whose schema is chosen by the coordinate system. Lengths in the unit given, angles in °. */
export const checkCoordinates = (system: string, value: unknown, path = 'coordinates_details'): CheckedDetails =>
  checkDetails('coordinates', system, value, path);

function unknownType(family: FamilyName, code: string, noun: string, path: string): Problem {
  const { types } = typeFamily(family);
  const selector = family === 'coordinates' ? 'coordinates_system' : 'type';
  const byLabel = Object.values(types).find(({ label }) => label.toLowerCase() === code.toLowerCase())?.code;
  const near = byLabel ?? nearest(code, Object.keys(types));
  return {
    path: path.replace(/[^.]*$/, selector),
    code: 'unknown-type',
    message: `There is no ${noun} “${code}”${near ? `; did you mean “${near}”?` : '.'}`,
  };
}

/** What a new form starts with: the defaults of the type, in one row where the family has rows. Empty if unknown. */
export function emptyDetails(family: FamilyName, typeCode: string): unknown {
  const fields: readonly DetailField[] = findType(family, typeCode)?.fields ?? [];
  const row = Object.fromEntries(
    fields.flatMap((field) => (field.default === undefined ? [] : [[field.key, field.default]])),
  );
  return typeFamily(family).payload === 'rows' ? [row] : row;
}
