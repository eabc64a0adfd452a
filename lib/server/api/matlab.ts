import 'server-only';
import { kindOf } from '@/lib/declare/kinds';
import { isGrants, type Model } from '@/lib/declare/model';
import { getText } from '../operations/get';
import type { Viewer } from '../viewer';

/**
 * Undoes what MATLAB makes of JSON when it sends a whole record back (CONTRACT section 6): a list of one element comes
 * as the element itself, and keys that are no MATLAB names come rewritten. Those of an access list that stand for
 * somebody who is on it already are left out; a PUT takes nobody off it.
 */
export async function fromMatlab(viewer: Viewer, model: Model, id: string, input: unknown): Promise<unknown> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  const entries: [string, unknown][] = Object.entries(input);
  const sendsList = entries.some(([name]) => isAccessList(model, name));
  const current = sendsList ? (JSON.parse(await getText(viewer, model, id)) as Readonly<Record<string, unknown>>) : {}; // a record
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      isAccessList(model, name) ? withoutRewritten(value, current[name]) : asList(model, name, value),
    ]),
  );
}

const isAccessList = (model: Model, name: string): boolean => {
  const field = model.fields[name];
  return field !== undefined && isGrants(field);
};

function asList(model: Model, name: string, value: unknown): unknown {
  const field = model.fields[name];
  const isList = field !== undefined && !field.readOnly && Array.isArray(kindOf(field).empty(field));
  return isList && value !== null && value !== '' && !Array.isArray(value) ? [value] : value;
}

function withoutRewritten(given: unknown, current: unknown): unknown {
  if (typeof given !== 'object' || given === null || typeof current !== 'object' || current === null) return given;
  const rewritten = new Set(Object.keys(current).map(matlabName));
  return Object.fromEntries(
    Object.entries(given).filter(([key]) => Object.hasOwn(current, key) || !rewritten.has(key)),
  );
}

/** A key as jsondecode names it. Source: MATLAB documentation of matlab.lang.makeValidName. */
export function matlabName(key: string): string {
  const joined = key.replaceAll(/\s+([a-z])/g, (_, letter: string) => letter.toUpperCase()).replaceAll(/\s+/g, '');
  const name = joined.replaceAll(/\W/g, '_');
  return (/^[A-Za-z]/.test(name) ? name : `x${name}`).slice(0, 63);
}
