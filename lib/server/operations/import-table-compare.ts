import 'server-only';
import { kindOf } from '@/lib/declare/kinds';
import { levelNumber, type Level } from '@/lib/declare/levels';
import { isReferences, type AnyRecord, type Field, type Model } from '@/lib/declare/model';
import { parseInput } from '@/lib/declare/parse';
import { AppError } from '@/lib/errors';
import { modelNamed } from '@/lib/models';
import { htmlToText } from '@/lib/formats/session-toml/rich-text';
import { labelOf } from '@/lib/formats/tables/columns';
import type { Change } from '@/lib/formats/tables/report';
import type { Table } from '@/lib/formats/tables/table';
import type { RowValues } from './import-table-values';
import { sanitiseValues } from './write';
import { stable } from './stable-json';

/** How a row differs from the record that exists. */
export type Difference = Change & {
  /** What `update` takes for it. */
  readonly input: Readonly<Record<string, unknown>>;
  /** What sets it back. */
  readonly undo: Readonly<Record<string, unknown>>;
  /** A link that is added without being asked for. */
  readonly isFree: boolean;
};

/**
 * Everything in which the row says something else than the record. `titles` are those of what the record links, by id.
 * @throws AppError invalid for values it can't take.
 */
export function differencesOf(
  table: Table,
  values: RowValues,
  current: AnyRecord,
  titles: ReadonlyMap<string, string>,
): Difference[] {
  const shown = (field: Field, value: unknown) => textOf(field, value, (id) => values.titles.get(id) ?? titles.get(id));
  const model = modelNamed(table.model);
  const keys = 'key' in table.same ? table.same.key : [];
  const gains = gainsOf(table);
  const asked = Object.fromEntries(
    Object.entries(values.given).filter(([name]) => !keys.includes(name) || gains.has(name)),
  );
  const wanted = normalised(model, asked, current);
  const differences = Object.keys(asked).flatMap((name): Difference[] => {
    const field = model.fields[name];
    const column = values.columns[name];
    if (!field || column === undefined) return [];
    const before = current[name];
    const after = gains.has(name) ? united(before, wanted[name]) : wanted[name];
    if (sameValue(field, before, after)) return [];
    return [
      {
        column,
        label: field.label,
        before: shown(field, before),
        after: shown(field, after),
        input: { [name]: after },
        undo: { [name]: before },
        isFree: gains.get(name) === 'always',
      },
    ];
  });
  return [...differences, ...levelDifferences(table, values, current)];
}

/** Whether the record already says all that the row says; `also` are fields that count where the row is silent. */
export function saysTheSame(table: Table, values: RowValues, also: readonly string[], current: AnyRecord): boolean {
  const model = modelNamed(table.model);
  const wanted = normalised(model, { ...values.fallbacks, ...values.given }, null);
  return [...new Set([...Object.keys(values.given), ...also])].every((name) => {
    const field = model.fields[name];
    return field !== undefined && sameValue(field, current[name], wanted[name]);
  });
}

/** Values as they would be stored. */
function normalised(model: Model, input: Readonly<Record<string, unknown>>, current: AnyRecord | null) {
  const { values, problems } = parseInput(model, input, current ? 'update' : 'create', current ?? {});
  const ours = problems.filter(({ path }) => (path.split(/[.[]/)[0] ?? '') in input);
  if (ours.length > 0) throw new AppError('invalid', { problems: ours });
  sanitiseValues(model, values);
  return values;
}

function gainsOf(table: Table): ReadonlyMap<string, 'always' | 'on-update'> {
  return new Map(
    Object.values(table.columns).flatMap((column) =>
      column.reads === 'look-up' && column.gains ? [[column.field, column.gains]] : [],
    ),
  );
}

const united = (before: unknown, more: unknown): unknown[] => [
  ...new Set([...(Array.isArray(before) ? before : []), ...(Array.isArray(more) ? more : [])]),
];

/** Equal as stored; the order of links counts where it is kept. */
function sameValue(field: Field, a: unknown, b: unknown): boolean {
  const isSet = isReferences(field) && !field.ordered;
  const plain = (value: unknown) =>
    stable(isSet && Array.isArray(value) ? value.map(String).toSorted() : (value ?? null));
  return plain(a) === plain(b);
}

/** A value as a cell would show it, records by their names where these are known. */
function textOf(field: Field, value: unknown, titleOf: (id: string) => string | undefined): string {
  if (kindOf(field).isHtml && typeof value === 'string') return htmlToText(value);
  if (!('to' in field)) return kindOf(field).toCell(value, field);
  return [value ?? []]
    .flat()
    .map((id) => titleOf(String(id)) ?? String(id))
    .join(', ');
}

/** People and groups who have less than the row gives them. */
function levelDifferences(table: Table, values: RowValues, current: AnyRecord): Difference[] {
  return values.levels.flatMap(({ field, key, level, column }): Difference[] => {
    const before = levelIn(current[field], key);
    const declared = table.columns[column];
    if (!declared || levelNumber(level) <= (before ? levelNumber(before) : 0)) return [];
    return [
      {
        column,
        label: labelOf(table, declared),
        before: before ? `${key}: ${before}` : '',
        after: `${key}: ${level}`,
        input: { [field]: { [key]: flagsOf(level) } },
        undo: { [field]: { [key]: before ? flagsOf(before) : { remove: true } } },
        isFree: false,
      },
    ];
  });
}

const flagOf = { contributor: 'can_change', manager: 'is_manager', owner: 'is_owner' } as const;
const flagsOf = (level: Level) => (level === 'member' ? {} : { [flagOf[level]]: true });

/** The level of somebody in an access list as records show it. */
function levelIn(list: unknown, key: string): Level | null {
  const flags = (list as Readonly<Record<string, Readonly<Record<string, boolean>>>> | undefined)?.[key]; // built from the declaration
  if (!flags) return null;
  return (['owner', 'manager', 'contributor'] as const).find((level) => flags[flagOf[level]]) ?? 'member';
}

/** Several inputs as one; access lists are put together. */
export function mergeInputs(inputs: readonly Readonly<Record<string, unknown>>[]): Record<string, unknown> {
  const merged: Record<string, unknown> = {};
  for (const input of inputs)
    for (const [name, value] of Object.entries(input)) {
      const known = merged[name];
      const isBoth = [known, value].every((one) => typeof one === 'object' && one !== null && !Array.isArray(one));
      merged[name] = isBoth ? { ...(known as object), ...(value as object) } : value; // both are objects
    }
  return merged;
}
