import 'server-only';
import { isRecordId } from '@/lib/declare/kinds/reference';
import { isReference, isReferences, type Field, type Model } from '@/lib/declare/model';
import { tableOf } from '@/lib/declare/tables';
import { AppError } from '@/lib/errors';
import { modelNamed } from '@/lib/models';
import { findType, isFamilyName } from '@/lib/vocabularies/types';
import { allowed, linkingNeeds } from '../access';
import { query, sql, type Executor, type Sql } from '../db/sql';
import { getReadPool } from '../db/pool';
import { resolveReferences } from '../operations/references';
import { escapeLike } from '../queries/filter';
import { readableRows, wireId } from '../queries/record';
import type { Viewer } from '../viewer';
import { narrowing, offersOf, titleSql } from './index';
import type { Draft } from './link-rule';

/** A record that a selector offers. */
export type Candidate = { readonly id: string; readonly title: string; readonly hint: string };

/** Records that the field may link, narrowed by the model's rules to what the write would accept. */
export async function candidates(
  viewer: Viewer,
  model: Model,
  fieldName: string,
  draft: Draft,
  search: string,
  limit = 20,
): Promise<Candidate[]> {
  const field = model.fields[fieldName];
  if (!field || !('to' in field)) throw new AppError('not_found');
  const target = modelNamed(String(field.to));
  const needs = linkingNeeds(model, fieldName);
  const known = await visibleDraft(viewer, model, draft);
  const conditions = [readableRows(viewer, target, 'r'), ...narrowing(viewer, model, fieldName, known, 'r')];
  if (needs) conditions.push(allowed(viewer, target, 'r', needs));
  const words = search.split(/\s+/).filter(Boolean).slice(0, 5);
  const haystack = sql`concat_ws(' ', ${sql.join([titleSql(target, 'r'), hintSql(viewer, target, 'r'), ...target.search.map((name) => sql.ref(`r.${name}`))])})`;
  for (const word of words) conditions.push(sql`${haystack} ILIKE ${`%${escapeLike(word)}%`}`);
  // The other side of a type of module is shown by its label, which lives in the vocabularies.
  const rows = await query<Candidate>(
    sql`SELECT ${wireId(target, 'r')}::text AS id, ${titleSql(target, 'r')} AS title, ${hintSql(viewer, target, 'r')} AS hint FROM ${sql.table(tableOf(target))} r
      WHERE ${sql.join(conditions, sql` AND `)} ORDER BY ${sql.join([...preference(target, known), orderSql(target, search)])}, r.id LIMIT ${limit}`,
    getReadPool(),
  );
  return rows.map((row) => ({ ...row, title: labelled(target, row.title) }));
}

/**
 * Why a selector may have nothing to offer, and what to do; null where everything readable is offered. It tells the rules, never
 * what they leave out.
 */
export async function whyNothing(
  viewer: Viewer,
  model: Model,
  fieldName: string,
  draft: Draft,
): Promise<string | null> {
  const field = model.fields[fieldName];
  if (!field || !('to' in field)) return null;
  const kinds = modelNamed(String(field.to)).labelPlural.toLowerCase();
  const needs = linkingNeeds(model, fieldName);
  const told = offersOf(viewer, model, fieldName, await visibleDraft(viewer, model, draft));
  if (needs)
    told.unshift(
      needs === 'use'
        ? `Only ${kinds} on which you are at least contributor are offered: add one, or ask a manager.`
        : `Only ${kinds} that you may change are offered.`,
    );
  return told.length > 0 ? told.join(' ') : null;
}

/** The draft with its ids as UUIDs and without those of records that the viewer may not see: narrowing by them would tell about them. */
async function visibleDraft(viewer: Viewer, model: Model, draft: Draft): Promise<Draft> {
  const isId = (value: unknown): boolean => isRecordId(value) || (Array.isArray(value) && value.every(isRecordId));
  const values = Object.fromEntries(
    Object.entries(draft).filter(([name, value]) => !isLink(model.fields[name]) || isId(value)),
  );
  await resolveReferences(getReadPool(), viewer, model, values);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.filter((one) => one !== undefined) : value,
    ]),
  );
}

const isLink = (field: Field | undefined): boolean =>
  field !== undefined && (isReference(field) || isReferences(field));

/** Titles of records by id, for tables and detail pages: one statement a model. What can't be read has none. */
export async function titlesOf(
  viewer: Viewer,
  model: Model,
  ids: readonly (string | number)[],
  on: Executor = getReadPool(),
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const condition =
    model.number === 'id'
      ? sql`r.number = ANY(${ids.map(Number)}::int[])`
      : sql`r.id = ANY(${ids.map(String)}::uuid[])`;
  const rows = await query<{ id: string; title: string }>(
    sql`SELECT ${wireId(model, 'r')}::text AS id, ${titleSql(model, 'r')} AS title FROM ${sql.table(tableOf(model))} r WHERE ${condition} AND ${readableRows(viewer, model, 'r')}`,
    on,
  );
  return new Map(rows.map(({ id, title }) => [id, labelled(model, title)]));
}

/** A title as people read it: the types of modules and procedures have labels, which live in the vocabularies. */
export const labelled = (model: Model, title: string): string =>
  model.title === 'type' && isFamilyName(model.name) ? (findType(model.name, title)?.label ?? title) : title;

/** What tells most about records that are called by their type. */
const tellingLinks = ['consumable', 'brain_region'];

/** A second line that tells twins apart. */
function hintSql(viewer: Viewer, model: Model, row: string): Sql {
  const ref = (name: string) => sql.ref(`${row}.${name}`);
  const links = Object.entries(model.fields).flatMap(([name, field]) => (isReference(field) ? [{ name, field }] : []));
  const parent = links.find(({ name }) => model.access.by === 'via' && model.access.field === name);
  if (parent) {
    const telling = links.find(({ name }) => tellingLinks.includes(name));
    const titles = [parent, ...(telling ? [telling] : [])].map(({ name, field }) => {
      const target = modelNamed(field.to);
      // Who sees the record sees its parent; what else it links may wait for a reviewer.
      const seen = name === parent.name ? sql`` : sql` AND ${readableRows(viewer, target, 'hp')}`;
      return sql`(SELECT ${titleSql(target, 'hp')} FROM ${sql.table(tableOf(target))} hp WHERE hp.id = ${ref(`${name}_id`)}${seen})`;
    });
    return sql`concat_ws(' · ', ${sql.join(titles)})`;
  }
  if ('acronym' in model.fields) return sql`${ref('acronym')} || ' · ' || ${ref('atlas')}`;
  const second = ['popular_name', 'location', 'genotype', 'email', 'category'].find(
    (name) =>
      name !== model.title &&
      model.fields[name] &&
      !isReference(model.fields[name]) &&
      !isReferences(model.fields[name]),
  );
  return second ? sql`coalesce(${ref(second)}::text, '')` : sql`''`;
}

/** What comes first: assays for the setup that is chosen; in a session, what was done to its own subjects. */
function preference(target: Model, { session, setup }: Draft): Sql[] {
  if (target.name === 'behavioralassay' && typeof setup === 'string')
    return [sql`(r.setup_type_id = (SELECT s.setup_type_id FROM setup s WHERE s.id = ${setup}::uuid)) IS TRUE DESC`];
  const { subject } = target.fields;
  if (typeof session !== 'string' || !subject || !isReference(subject)) return [];
  return [
    sql`EXISTS (SELECT 1 FROM sessionsubject ss WHERE ss.live AND ss.session_id = ${session}::uuid AND ss.subject_id = r.subject_id) DESC`,
  ];
}

function orderSql(model: Model, search: string): Sql {
  const title = titleSql(model, 'r');
  return search.trim() === '' ? sql`${title}` : sql`(${title} ILIKE ${`${escapeLike(search.trim())}%`}) DESC, ${title}`;
}
