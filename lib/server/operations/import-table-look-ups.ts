import 'server-only';
import type { Model } from '@/lib/declare/model';
import { nearest } from '@/lib/declare/problem';
import { modelNamed } from '@/lib/models';
import type { Names } from '@/lib/formats/tables/cells';
import { isList, labelOf, namesOf, targetOf } from '@/lib/formats/tables/columns';
import type { GivenRow } from '@/lib/formats/tables/read-rows';
import type { CellProblem } from '@/lib/formats/tables/report';
import { isRelation, type RelationColumn, type Table } from '@/lib/formats/tables/table';
import { isFamilyName, typeChoices } from '@/lib/vocabularies/types';
import type { Executor } from '../db/sql';
import { findNamed, nearestNames, type NamedRecord } from '../queries/import-table-look-ups';
import { labelled, titlesOf } from '../rules/candidates';
import type { Viewer } from '../viewer';
import { NameIndex, type Scope } from './import-table-names';

/** The records that a row names, by column. */
export type FoundRecords = ReadonlyMap<string, readonly NamedRecord[]>;
export type LookedUp = { readonly found: ReadonlyMap<number, FoundRecords>; readonly problems: readonly CellProblem[] };

type Context = { readonly tx: Executor; readonly viewer: Viewer; readonly table: Table };

/**
 * Finds all records that the rows name: one statement for each column, and one more where names are unknown. `known` are
 * those that a row has without naming them: others may lie in them.
 */
export async function lookUpAll(
  context: Context,
  rows: readonly GivenRow[],
  known: ReadonlyMap<number, FoundRecords> = new Map(),
): Promise<LookedUp> {
  const found = new Map<number, Map<string, readonly NamedRecord[]>>(
    rows.map(({ row }) => [row, new Map(known.get(row))]),
  );
  const problems: CellProblem[] = [];
  for (const [name, column] of Object.entries(context.table.columns)) {
    if (!isRelation(column)) continue;
    const naming = rows.filter(({ given }) => given.has(name));
    if (naming.length === 0) continue;
    const missed = await lookUpColumn(context, name, column, naming, found);
    problems.push(...(await describeMissed(context, name, column, missed)));
  }
  return { found, problems };
}

type Missed = {
  readonly row: number;
  readonly text: string;
  readonly scope: Scope | null;
  readonly code: 'unknown' | 'ambiguous' | 'elsewhere';
  readonly candidates: readonly NamedRecord[];
};

async function lookUpColumn(
  { tx, viewer, table }: Context,
  name: string,
  column: RelationColumn,
  rows: readonly GivenRow[],
  found: ReadonlyMap<number, Map<string, readonly NamedRecord[]>>,
): Promise<Missed[]> {
  const target = targetOf(table, column);
  const texts = new Set(rows.flatMap(({ given }) => withCodes(target, namesAt(given, name))));
  const facetName = facetOf(table, column);
  const index = new NameIndex(await findNamed(tx, viewer, target, namesOf(column, target), [...texts], facetName));
  const missed: Missed[] = [];
  for (const { row, given } of rows) {
    const scope = scopeOf(table, column, given, found.get(row));
    // What it lies in has a problem of its own; without it nothing can be said.
    if (scope === 'unknown') continue;
    const names = given.get(name) as Names; // what readCell gives for a relation
    const whole = index.find(codeOf(target, names.text), scope);
    // A name with commas in it is one name, if there is such a record.
    const parts = whole.code === 'found' ? [names.text] : names.parts;
    const answers = parts.map((text) => ({ text, ...index.find(codeOf(target, text), scope) }));
    const records = answers.flatMap((answer) => (answer.code === 'found' ? [answer.record] : []));
    if (records.length === answers.length) found.get(row)?.set(name, unique(records));
    for (const answer of answers)
      if (answer.code !== 'found')
        missed.push({ row, text: answer.text, scope, code: answer.code, candidates: answer.candidates });
  }
  return missed;
}

const unique = (records: readonly NamedRecord[]) => [...new Map(records.map((record) => [record.id, record])).values()];

function namesAt(given: GivenRow['given'], name: string): string[] {
  const names = given.get(name) as Names; // what readCell gives for a relation
  return [...new Set([names.text, ...names.parts])];
}

/** Records that are known by their type are named by its code or by its label. */
function codeOf(target: Model, text: string): string {
  if (target.title !== 'type' || !isFamilyName(target.name)) return text;
  return typeChoices(target.name).find(({ label }) => label.toLowerCase() === text.toLowerCase())?.code ?? text;
}
const withCodes = (target: Model, texts: readonly string[]) => texts.map((text) => codeOf(target, text));

/** The field of the target by which another column narrows it. */
function facetOf(table: Table, column: RelationColumn): string | null {
  const outer = 'within' in column && column.within ? table.columns[column.within] : undefined;
  return outer?.reads === 'facet' ? outer.field : null;
}

function scopeOf(
  table: Table,
  column: RelationColumn,
  given: GivenRow['given'],
  found: FoundRecords | undefined,
): Scope | null | 'unknown' {
  const within = 'within' in column ? column.within : undefined;
  const outer = within ? table.columns[within] : undefined;
  if (!within || !outer) return null;
  if (outer.reads === 'facet') {
    const facet = given.get(within);
    return facet === undefined
      ? null
      : { ids: [String(facet)], homes: [], label: labelOf(table, outer), title: String(facet) };
  }
  const records = found?.get(within) ?? [];
  if (records.length === 0 || !isRelation(outer)) return 'unknown';
  // What lies in several lies in any of them.
  return {
    ids: records.map(({ id }) => id),
    homes: records.flatMap(({ homes }) => homes),
    label: targetOf(table, outer).label,
    title: records.map(({ names: [name], id }) => name ?? id).join('” or “'),
  };
}

async function describeMissed(
  { tx, viewer, table }: Context,
  name: string,
  column: RelationColumn,
  missed: readonly Missed[],
): Promise<CellProblem[]> {
  if (missed.length === 0) return [];
  const target = targetOf(table, column);
  const [label, plural] = [target.label.toLowerCase(), target.labelPlural.toLowerCase()];
  const unknown = [...new Set(missed.flatMap(({ code, text }) => (code === 'unknown' ? [text] : [])))];
  const [by = target.title] = namesOf(column, target);
  const near = unknown.length > 0 ? await nearestNames(tx, viewer, target, by, unknown) : new Map<string, string>();
  const where = await titlesOfHomes(viewer, target, missed);
  const list = (candidates: readonly NamedRecord[]) =>
    candidates
      .slice(0, 5)
      .map(({ id, homes }) => [id, homes.flatMap((home) => where.get(home) ?? []).join(', ')])
      .map(([id, homes]) => (homes ? `${id} (${homes})` : id))
      .join('; ') + (candidates.length > 5 ? '; …' : '');
  return missed.map(({ row, text, scope, code, candidates }) => {
    const problem = (message: string, suggestion: string | null): CellProblem => ({
      row,
      column: name,
      code: `${code}-name`,
      message,
      suggestion,
    });
    const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text;
    if (code === 'ambiguous')
      return problem(`Several ${plural} are called “${shown}”.`, `Give the id: ${list(candidates)}`);
    if (code === 'elsewhere' && scope)
      return problem(
        `The ${label} “${shown}” is not in the ${scope.label.toLowerCase()} “${scope.title}”.`,
        `It is ${list(candidates)}.`,
      );
    const similar = nearest(text, [near.get(text) ?? '']);
    const meant = similar ? `Did you mean “${labelled(target, similar)}”?` : null;
    const many = isList(table, column) && text.length > 80 ? 'Separate several by commas.' : null;
    return problem(`There is no ${label} “${shown}”, or you may not see it.`, meant ?? many);
  });
}

/** What the candidates lie in, by id, as far as the viewer may read it: that tells twins apart. */
async function titlesOfHomes(viewer: Viewer, target: Model, missed: readonly Missed[]): Promise<Map<string, string>> {
  const field = target.access.by === 'via' ? target.fields[target.access.field] : undefined;
  const ids = new Set(missed.flatMap(({ candidates }) => candidates.flatMap(({ homes }) => homes)));
  if (!field || !('to' in field) || ids.size === 0) return new Map();
  return titlesOf(viewer, modelNamed(String(field.to)), [...ids]);
}
