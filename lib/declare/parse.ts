import type { z } from 'zod';
import type { FieldBase } from './field';
import { kindOf } from './kinds';
import type { Field, Model } from './model';
import { describe, nearest, type Problem, sentenceSubject } from './problem';
import { pureRules } from './rules';

/** `create` fills what is missing, `replace` too (except access lists and what is fixed), `update` has only what was sent. */
export type InputMode = 'create' | 'update' | 'replace';
/** The part of a declaration that checks need; the browser's view of a model has it too. */
export type CheckedModel = Pick<Model, 'label' | 'fields' | 'rules'>;
export type ParsedInput = { readonly values: Record<string, unknown>; readonly problems: Problem[] };

/** Keys that the engine adds to every record; ignored when a record is sent back. */
const engineKeys = new Set([
  'id',
  'number',
  'created_at',
  'updated_at',
  'created_by',
  'updated_by',
  'version',
  'can',
  'status',
]);

const schemas = new WeakMap<FieldBase, z.ZodType>();

/** The schema of a field's value, built once. */
export function schemaOf(field: Field): z.ZodType {
  let schema = schemas.get(field);
  if (!schema) schemas.set(field, (schema = kindOf(field).schema(field)));
  return schema;
}

/** Nothing was given: null, undefined, blank text, an empty list. */
export function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** Whether every text in it is one that PostgreSQL can keep: no NUL, and no half of a surrogate pair. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, part]) => isStorable(key) && isStorable(part));
}

const unstorableProblem = (path: string, { label }: Field): Problem => ({
  path,
  code: 'unstorable',
  message: `${label} holds a NUL or half a character, which can’t be stored: take it out.`,
});

/**
 * Checks input against a declaration, all problems at once. `current` is the record being changed.
 * The values returned hold every field on create and replace, only the changed ones on update.
 */
export function parseInput(
  model: CheckedModel,
  input: unknown,
  mode: InputMode,
  current: Readonly<Record<string, unknown>> = {},
): ParsedInput {
  const problems: Problem[] = [];
  const values: Record<string, unknown> = {};
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    problems.push({
      path: 'detail',
      code: 'not-an-object',
      message: `Expected an object with the fields of a ${model.label.toLowerCase()}, found ${describe(input)}.`,
    });
    return { values, problems };
  }
  const given = new Map(Object.entries(input));
  refuseUnknownKeys(model, given, problems);
  for (const [name, field] of Object.entries(model.fields)) {
    if (field.readOnly || field.internal) continue;
    const isGiven = given.has(name) && given.get(name) !== undefined;
    const isAccessList = kindOf(field).storage(field).shape === 'grants';
    const isKept = isAccessList || (field.fixed && !field.required);
    if (!isGiven && (mode === 'update' || (isKept && mode === 'replace'))) continue;
    const value = given.get(name);
    if (isEmpty(value)) {
      if (field.required) problems.push({ path: name, code: 'required', message: `${field.label} is required.` });
      else if (field.fixed && mode !== 'create' && !isEmpty(current[name])) problems.push(fixedProblem(name, field));
      else values[name] = kindOf(field).empty(field);
      continue;
    }
    const parsed = schemaOf(field).safeParse(value);
    if (!parsed.success) problems.push(...parsed.error.issues.map((issue) => toProblem(name, issue)));
    else if (!isStorable(parsed.data)) problems.push(unstorableProblem(name, field));
    else if (field.required && isEmpty(parsed.data))
      problems.push({ path: name, code: 'required', message: `${field.label} is required.` });
    else if (field.fixed && mode !== 'create' && current[name] !== parsed.data)
      problems.push(fixedProblem(name, field));
    else values[name] = parsed.data;
  }
  refine(model, mode, current, values, problems);
  applyRules(model, current, values, problems);
  return { values, problems };
}

const fixedProblem = (path: string, { label }: Field): Problem => ({
  path,
  code: 'fixed',
  message: `${label} can’t be changed after creation.`,
});

function refuseUnknownKeys(model: CheckedModel, given: ReadonlyMap<string, unknown>, problems: Problem[]): void {
  for (const key of given.keys()) {
    if ((Object.hasOwn(model.fields, key) && !model.fields[key]?.internal) || engineKeys.has(key)) continue;
    const near = nearest(key, Object.keys(model.fields));
    const hint = near ? ` Did you mean “${near}”?` : '';
    problems.push({
      path: key.slice(0, 100),
      code: 'unknown-field',
      message: `${sentenceSubject(model.label)} has no such field.${hint}`,
    });
  }
}

function refine(
  model: CheckedModel,
  mode: InputMode,
  current: Readonly<Record<string, unknown>>,
  values: Record<string, unknown>,
  problems: Problem[],
): void {
  const failed = new Set(problems.map(({ path }) => path));
  for (const [name, field] of Object.entries(model.fields)) {
    const refineField = kindOf(field).refine;
    // The selector of typed details travels in a sibling; refine only when one of the two was sent and both are sound.
    const selector = 'by' in field && typeof field.by === 'string' ? field.by : name;
    if (!refineField || failed.has(name) || failed.has(selector)) continue;
    if (mode === 'update' && !(name in values) && !(selector in values)) continue;
    const refined = refineField(name, field, { ...current, ...values });
    Object.assign(values, refined.values);
    problems.push(...refined.problems);
  }
}

function applyRules(
  model: CheckedModel,
  current: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, unknown>>,
  problems: Problem[],
): void {
  const failed = new Set(problems.map(({ path }) => path.split(/[.[]/)[0]));
  for (const name of model.rules ?? []) {
    const rule = pureRules[name];
    if (!rule || rule.needs.some((field) => failed.has(field)) || !rule.needs.some((field) => field in values))
      continue;
    const message = rule.check({ ...current, ...values });
    if (message) problems.push({ path: rule.field, code: name, message });
  }
}

function toProblem(name: string, issue: z.core.$ZodIssue): Problem {
  const path = issue.path.reduce<string>(
    (so, key) => (typeof key === 'number' ? `${so}[${key}]` : `${so}.${String(key)}`),
    name,
  );
  return { path, code: issue.code, message: issue.message };
}
