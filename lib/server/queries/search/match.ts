import 'server-only';
import type { Field, Model } from '@/lib/declare/model';
import type { SearchQuery } from '@/lib/declare/search-query';
import { columnOf } from '@/lib/declare/tables';
import { sql, type Sql } from '../../db/sql';
import { labelled } from '../../rules/candidates';
import type { UserViewer } from '../../viewer';
import { escapeLike } from '../filter';

/** How well a record fits; less is better. */
export const ranks = { exact: 0, start: 1, words: 2, inside: 3, text: 4, typo: 5 } as const;

/** A record that was found, by its UUID. */
export type Found = { readonly id: string; readonly rank: number };
/** What one kind has: the best first. `count` is that of the whole list with the same words, where it is known. */
export type FoundOfKind = { readonly model: Model; readonly found: readonly Found[]; readonly count: number | null };

const isText = (field: Field | undefined): boolean => field?.kind === 'text' || field?.kind === 'richText';

/** The columns that a word is looked for in by the lists of the model; each has a trigram index. */
export const listedColumns = (model: Model, row: string): Sql[] =>
  model.search.map((name) => sql.ref(`${row}.${name}`));

/** Short texts besides: identifiers and names elsewhere. Without an index, so only for kinds that are few. */
function otherColumns(model: Model, row: string): Sql[] {
  if (model.access.by === 'via') return [];
  return Object.entries(model.fields).flatMap(([name, field]) =>
    isText(field) && !field.internal && !model.search.includes(name)
      ? [sql.ref(`${row}.${columnOf(name, field)}`)]
      : [],
  );
}

export const containing = (word: string): string => `%${escapeLike(word)}%`;

/** Whether a word occurs in one of the texts of the row, or is one of its tags. */
function hasWord(model: Model, row: string, word: string, withTags: boolean): Sql {
  const ways = [...listedColumns(model, row), ...otherColumns(model, row)].map(
    (column) => sql`${column} ILIKE ${containing(word)}`,
  );
  if (withTags && 'tags' in model.fields) ways.push(hasTag(row, [word]));
  const codes = codesCalled(model, word);
  if (codes.length > 0) ways.push(sql`${sql.ref(`${row}.${model.title}`)} = ANY(${codes}::text[])`);
  return sql`(${sql.join(ways, sql` OR `)})`;
}

/** Tags keep the case in which they were typed, and their index knows whole words only. */
const spellings = (word: string): string[] => [word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)];

/** The codes of a model's title, where that is a choice, whose label has the word. */
function codesCalled(model: Model, word: string): string[] {
  const field = model.fields[model.title];
  if (!field || !('choices' in field) || !Array.isArray(field.choices)) return [];
  return field.choices.flatMap(({ code, label }: { code: string; label: string }) =>
    `${label} ${labelled(model, code)}`.toLowerCase().includes(word) ? [code] : [],
  );
}

/** Whether one of the words is a tag of the row. */
export const hasTag = (row: string, words: readonly string[]): Sql =>
  sql`${sql.ref(`${row}.tags`)} && ${words.flatMap(spellings)}::text[]`;

/** The rows that have every word somewhere. */
export const hasWords = (model: Model, row: string, words: readonly string[], withTags = true): Sql =>
  sql`(${sql.join(
    words.map((word) => hasWord(model, row, word, withTags)),
    sql` AND `,
  )})`;

/** The same as the lists of the model ask it (`q`), so that a count is the count of the list. */
export const isListed = (model: Model, row: string, { words }: SearchQuery): Sql =>
  sql`concat_ws(E'\\n', ${sql.join(listedColumns(model, row))}) ILIKE ALL(${words.map(containing)}::text[])`;

/** The same for rows at hand, in one look at all their texts. */
export function hasWordsAtHand(model: Model, row: string, { words }: SearchQuery): Sql {
  const tags = 'tags' in model.fields ? [sql`array_to_string(${sql.ref(`${row}.tags`)}, E'\\n')`] : [];
  return sql`concat_ws(E'\\n', ${sql.join([...listedColumns(model, row), ...tags])}) ILIKE ALL(${words.map(containing)}::text[])`;
}

/** How well a title fits what was typed. */
export function rankOf(title: Sql, { text, words }: SearchQuery): Sql {
  const parted = sql`' ' || translate(lower(${title}), '-_./:,;()', '         ')`;
  const starts = words.map((word) => `% ${escapeLike(word.replace(/[-_./:,;()]/g, ' '))}%`);
  return sql`CASE WHEN lower(${title}) = ${text} THEN ${sql.lit(ranks.exact)} WHEN starts_with(lower(${title}), ${text}) THEN ${sql.lit(ranks.start)}
    WHEN ${parted} LIKE ALL(${starts}::text[]) THEN ${sql.lit(ranks.words)} WHEN lower(${title}) LIKE ALL(${words.map(containing)}::text[]) THEN ${sql.lit(ranks.inside)}
    ELSE ${sql.lit(ranks.text)} END`;
}

/** How like the title is to what was typed, from 0 to 1: as a whole, or in its least alike word. */
export function likeness(title: Sql, { text, words }: SearchQuery): Sql {
  const whole = sql`word_similarity(${text}, ${title})`;
  if (words.length < 2) return whole;
  return sql`greatest(${whole}, least(${sql.join(words.map((word) => sql`word_similarity(${word}, ${title})`))}))`;
}

/** From here on something is called alike. */
export const alike = sql.lit(0.45);

/** Among equals: what the viewer made, then what changed last. */
export const amongEquals = (viewer: UserViewer, row: string): Sql =>
  sql`(${sql.ref(`${row}.created_by`)} IS NOT DISTINCT FROM ${viewer.id}::uuid) DESC, ${sql.ref(`${row}.updated_at`)} DESC, ${sql.ref(`${row}.id`)} DESC`;
