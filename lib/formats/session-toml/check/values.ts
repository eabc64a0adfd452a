import { isAge, suggestAge } from '../age';
import { parseSessionDate, suggestDate } from '../calendar';
import { readPattern } from '../glob/faults';
import { ID_LENGTH_MAX, orders, sexes, type KeyShape, type ValueRole } from '../shape';
import { suggest } from '../suggest';
import { lengthOf, shown } from '../text';
import type { CheckContext, Leaf, Section } from './context';

type Check = (context: CheckContext, leaf: Leaf, text: string) => void;

const nothing: Check = () => {};

/** The rules of single values by what they mean; references and comparisons between values are checked elsewhere. */
const checks: Readonly<Record<ValueRole, Check>> = {
  text: nothing,
  flag: nothing,
  'ttl-reference': nothing,
  'sync-reference': nothing,
  id: checkId,
  'subject-id': checkId,
  'ttl-id': (context, leaf, text) => {
    if (!checkId(context, leaf, text) || /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(text)) return;
    const name = snakeCase(text);
    const hint = name === '' ? 'For example ttl_camera.' : `For example ${name}.`;
    context.addAt('unclear-ttl-id', leaf, `The TTL id ${shown(text)} is not a clear lower_snake_case name.`, hint);
  },
  date: (context, leaf, text) => {
    if (parseSessionDate(text)) return;
    const meant = suggestDate(text);
    const message = `${shown(text)} is not a date YYYY-MM-DD nor a full ISO 8601 date and time.`;
    context.addAt('bad-date', leaf, message, meant ? `Write date = "${meant}"` : 'For example 2026-03-14.');
  },
  sex: (context, leaf, text) => {
    if (sexes.some((sex) => sex === text)) return;
    const meant = sexes.find((sex) => sex === text.trim().charAt(0).toUpperCase());
    const hint = meant ? `Write sex = "${meant}"` : null;
    context.addAt('bad-sex', leaf, `${shown(text)} is not one of M, F and U (unknown).`, hint);
  },
  age: (context, leaf, text) => {
    if (isAge(text)) return;
    const message = `The age ${shown(text)} is not an ISO 8601 duration; NWB and DANDI will refuse it.`;
    const meant = suggestAge(text);
    context.addAt('age-not-duration', leaf, message, meant ? `Write age = "${meant}"` : 'P90D means 90 days.');
  },
  pattern: checkPattern,
  'pattern-or-empty': (context, leaf, text) => {
    if (text !== '') checkPattern(context, leaf, text);
  },
  order: (context, leaf, text) => {
    const allowed: readonly string[] = orders[context.profile];
    if (allowed.includes(text)) return;
    const meant = suggest(text, allowed);
    const message = `The order ${shown(text)} is not one of ${allowed.join(', ')}.`;
    context.addAt('unusual-order', leaf, message, meant ? `Write order = "${meant}"` : null);
  },
  count: (context, leaf) => {
    if (Number(leaf.value) >= 0) return;
    context.addAt('out-of-range', leaf, `${leaf.value} is negative; expected a whole number, 0 or more.`);
  },
};

/** Checks every single value of a section and of all below it. */
export function checkValues(context: CheckContext, section: Section, keys: Readonly<Record<string, KeyShape>>): void {
  for (const [key, shape] of Object.entries(keys)) {
    if (shape.type === 'table') {
      const below = section.sections.get(key);
      if (below) checkValues(context, below, shape.keys);
    } else if (shape.type === 'list') {
      for (const entry of section.lists.get(key)?.entries ?? []) checkValues(context, entry, shape.keys);
    } else {
      const leaf = section.values.get(key);
      if (leaf) checks[shape.role](context, leaf, String(leaf.value));
    }
  }
}

/** True when the id is neither empty nor too long. */
function checkId(context: CheckContext, leaf: Leaf, text: string): boolean {
  if (text.trim() === '') {
    context.addAt('empty-id', leaf, 'An id cannot be empty.');
    return false;
  }
  const length = lengthOf(text);
  if (length <= ID_LENGTH_MAX) return true;
  context.addAt('id-too-long', leaf, `An id has at most ${ID_LENGTH_MAX} characters; this one has ${length}.`);
  return false;
}

function checkPattern(context: CheckContext, leaf: Leaf, text: string): void {
  for (const { code, message, hint } of readPattern(text).faults) {
    context.addAt(code, leaf, `${shown(text)}: ${message}.`, hint);
  }
}

function snakeCase(text: string): string {
  return text
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_\d]+|_+$/g, '');
}
