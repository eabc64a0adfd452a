import 'server-only';
import { isFamilyName, typeFamily } from '@/lib/vocabularies/types';
import { modelNamed } from '@/lib/models';
import { allowed } from '../access';
import { sql, type Sql } from '../db/sql';
import { idsOf, type LinkRule } from './link-rule';

/** The projects of a session, as a subquery. */
const projectsOf = (session: string): Sql =>
  sql`(SELECT sp.target_id FROM session_projects sp WHERE sp.source_id = ${session}::uuid)`;

/** The record under `id` shares a group with one of the projects. */
function sharesGroup(grantTable: string, id: Sql, projects: Sql): Sql {
  return sql`EXISTS (SELECT 1 FROM ${sql.table(grantTable)} g JOIN project_grant pg ON pg.group_id = g.group_id JOIN "group" o ON o.id = g.group_id AND o.live WHERE g.record_id = ${id} AND pg.record_id IN ${projects})`;
}

const inProjects = (link: string, id: Sql, projects: Sql): Sql =>
  sql`EXISTS (SELECT 1 FROM ${sql.table(link)} sl WHERE sl.source_id = ${id} AND sl.target_id IN ${projects})`;

const offersShared = (what: string): string =>
  `Only ${what} that shares a group with a project of the session is offered: add one group to both, on the page “Manage access” of each.`;

const share = 'share it with a group of the project (its page “Manage access”), or choose another';

/** Rules of a session and of what hangs on it, by name (permissions, "What may be linked"). */
export const sessionRules: Readonly<Record<string, LinkRule>> = {
  'storage-shares-a-group': {
    fields: ['datastorage'],
    needs: ['projects'],
    where: ({ draft, row }) =>
      sharesGroup('datastorage_grant', sql.ref(`${row}.id`), sql`(SELECT unnest(${idsOf(draft.projects)}::uuid[]))`),
    message: (title) => `The data storage “${title}” shares no group with the session’s projects: ${share}.`,
    offers: offersShared('a data storage'),
  },
  'storage-may-be-used': {
    fields: ['datastorage'],
    needs: [],
    // Needed of whoever links it, not of those who change the session later.
    where: ({ draft, row, viewer }) =>
      typeof draft.id === 'string'
        ? sql`(${allowed(viewer, modelNamed('datastorage'), row, 'use')} OR EXISTS (SELECT 1 FROM session_datastorage sd JOIN session s ON s.id = sd.source_id
            WHERE sd.source_id = ${draft.id}::uuid AND sd.target_id = ${sql.ref(`${row}.id`)} AND ${allowed(viewer, modelNamed('session'), 's', 'update')}))`
        : allowed(viewer, modelNamed('datastorage'), row, 'use'),
    message: (title) =>
      `Linking the data storage “${title}” needs the level contributor on it: ask one of its managers.`,
    offers: 'A data storage is offered to those who have the level contributor on it: ask one of its managers.',
  },
  'subject-in-session-projects': {
    fields: ['subjects', 'subject'],
    needs: ['session'],
    where: ({ draft, row }) => inProjects('subject_projects', sql.ref(`${row}.id`), projectsOf(String(draft.session))),
    message: (title) => `The subject “${title}” is in none of the session’s projects: add it to one of them first.`,
    offers: 'Only subjects in a project of the session are offered: add the subject to one of them first.',
  },
  'setup-shares-a-group': {
    fields: ['setup'],
    needs: ['session'],
    where: ({ draft, row }) => sharesGroup('setup_grant', sql.ref(`${row}.id`), projectsOf(String(draft.session))),
    message: (title) => `The setup “${title}” shares no group with the session’s projects: ${share}.`,
    offers: offersShared('a setup'),
  },
  'assay-shares-a-group': {
    fields: ['behavioralassay'],
    needs: ['session'],
    where: ({ draft, row }) =>
      sharesGroup('behavioralassay_grant', sql.ref(`${row}.id`), projectsOf(String(draft.session))),
    message: (title) => `The behavioral assay “${title}” shares no group with the session’s projects: ${share}.`,
    offers: offersShared('a behavioral assay'),
  },
  'setup-fits-the-assay': {
    fields: ['setup'],
    needs: ['behavioralassay'],
    where: ({ draft, row }) =>
      sql`${sql.ref(`${row}.setup_type_id`)} = (SELECT x.setup_type_id FROM behavioralassay x WHERE x.id = ${String(draft.behavioralassay)}::uuid)`,
    message: (title) =>
      `The setup “${title}” is not of the setup type of the assay: choose a setup of that type, or another assay.`,
    offers: 'Only setups of the setup type of the behavioral assay are offered: choose another assay, or none.',
  },
  'procedure-in-session-projects': {
    fields: ['procedures'],
    needs: ['session'],
    where: ({ draft, row }) =>
      inProjects('subject_projects', sql.ref(`${row}.subject_id`), projectsOf(String(draft.session))),
    message: (title) =>
      `The procedure “${title}” is on a subject that is in none of the session’s projects: choose another.`,
    offers:
      'Only procedures on subjects in a project of the session are offered: record the procedure on the subject first.',
  },
  'equipment-shares-a-group': {
    fields: ['equipment'],
    needs: ['session'],
    where: ({ draft, row }) =>
      sharesGroup('setup_grant', sql.ref(`${row}.setup_id`), projectsOf(String(draft.session))),
    message: (title) =>
      `The equipment “${title}” belongs to a setup that shares no group with the session’s projects: share that setup, or choose another.`,
    offers: offersShared('equipment of a setup'),
  },
  'module-of-the-same-session': {
    fields: ['behavior', 'dataacquisition', 'manipulation'],
    needs: ['session'],
    where: ({ draft, row }) => sql`${sql.ref(`${row}.session_id`)} = ${String(draft.session)}::uuid`,
    message: (title) => `“${title}” belongs to another session: choose one of this session.`,
    offers: 'Only what this session has is offered: add it to the session first.',
  },
};

/** Which procedures a type of module can be made with; null where any will do. */
function procedureTypes(family: string, type: unknown): readonly string[] | null {
  if (!isFamilyName(family) || typeof type !== 'string') return null;
  return typeFamily(family).types[type]?.allowedProcedureTypes ?? null;
}

/** `family` is the model's name: the families of types bear the names of their models. */
export const procedureFitsType = (family: string): LinkRule => ({
  fields: ['procedures'],
  needs: ['type'],
  where: ({ draft, row }) => {
    const types = procedureTypes(family, draft.type);
    return types ? sql`${sql.ref(`${row}.type`)} = ANY(${[...types]}::text[])` : null;
  },
  message: (title) =>
    `The procedure “${title}” is of a type that does not go with this: choose another procedure, or another type.`,
  offers:
    'Only procedures that go with this type are offered: record one on the subject first, or choose another type.',
});
