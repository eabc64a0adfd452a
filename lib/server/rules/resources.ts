import 'server-only';
import { findType } from '@/lib/vocabularies/types';
import { sql } from '../db/sql';
import { idsOf, type LinkRule } from './link-rule';

/** A rule that a linked record is of one of the types that go with this record's type. */
const ofType = (field: string, typesFor: (type: string) => readonly string[] | null | undefined): LinkRule => ({
  fields: [field],
  needs: ['type'],
  where: ({ draft, row }) => {
    const types = typesFor(String(draft.type));
    return types ? sql`${sql.ref(`${row}.type`)} = ANY(${[...types]}::text[])` : null;
  },
  message: (title) => `“${title}” is of a type that does not go with this: choose another, or another type.`,
  offers: 'Only what goes with this type is offered: choose another type, or add one that does.',
});

const inProject = (field: string, link: string, what: string): LinkRule => ({
  fields: [field],
  needs: ['project'],
  where: ({ draft, row }) =>
    sql`EXISTS (SELECT 1 FROM ${sql.table(link)} pl WHERE pl.source_id = ${sql.ref(`${row}.id`)} AND pl.target_id = ${String(draft.project)}::uuid)`,
  message: (title) => `The ${what} “${title}” is not in this project: add it to the project first.`,
  offers: `Only what is in this project is offered: add the ${what} to the project first.`,
});

const ofSex = (field: string, sex: string, word: string): LinkRule => ({
  fields: [field],
  needs: [],
  where: ({ row }) => sql`${sql.ref(`${row}.sex`)} = ${sex}`,
  message: (title) => `“${title}” is not ${word}: choose another subject, or correct its sex.`,
  offers: `Only ${word} subjects are offered.`,
});

const protocolKinds: Readonly<Record<string, string>> = { procedure: 'procedure', subjectlog: 'subject_log' };

/** A protocol is for procedures or for subject logs, and perhaps for some types of them only. */
export const protocolFitsType = (model: string): LinkRule => ({
  fields: ['protocol'],
  needs: ['type'],
  where: ({ draft, row }) =>
    sql`${sql.ref(`${row}.protocol_type`)} = ${protocolKinds[model] ?? ''} AND (${sql.ref(`${row}.subtypes`)} = '{}' OR ${String(draft.type)} = ANY(${sql.ref(`${row}.subtypes`)}))`,
  message: (title) => `The protocol “${title}” is not for this type: choose another.`,
  offers: 'Only protocols for this type are offered: add one, or name this type in one of them.',
});

/** Rules of cohorts, collections and breedings, and of what is kept in stock (permissions, "What may be linked"). */
export const resourceRules: Readonly<Record<string, LinkRule>> = {
  'subjects-in-the-project': inProject('subjects', 'subject_projects', 'subject'),
  'sessions-in-the-project': inProject('sessions', 'session_projects', 'session'),
  'parents-in-the-project': {
    ...inProject('mother', 'subject_projects', 'subject'),
    fields: ['mother', 'father'],
  },
  'mother-is-female': ofSex('mother', 'F', 'female'),
  'father-is-male': {
    ...ofSex('father', 'M', 'male'),
    // Somebody of one sex is not both; a subject whose sex was changed since may still be.
    where: ({ draft, row }) =>
      sql`${sql.ref(`${row}.sex`)} = 'M' AND ${sql.ref(`${row}.id`)} <> ALL(${idsOf(draft.mother)}::uuid[])`,
  },
  'stock-fits-the-procedure': ofType(
    'consumablestock',
    (type) => findType('procedure', type)?.allowedConsumableStockTypes,
  ),
  'consumable-fits-the-stock': ofType(
    'consumable',
    (type) => findType('consumablestock', type)?.allowedConsumableTypes,
  ),
};
