import 'server-only';
import type { Model } from '@/lib/declare/model';
import type { Named, Storage } from '@/lib/formats/storage-paths';
import { models } from '@/lib/models';
import { getReadPool } from '../db/pool';
import { queryOne, sql, type Sql } from '../db/sql';
import { titleSql } from '../rules';
import type { Viewer } from '../viewer';
import { readableRows } from './record';

/** A session beside this one. */
export type Neighbour = { readonly id: string; readonly name: string };

export type SubjectAround = Named & {
  readonly sex: string;
  /** The name of the strain; null for one that the viewer may not see. */
  readonly strain: string | null;
  /** The sessions of the subject before and after this one, by their onset. */
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
};

/** What stands around a session: whom it records, where its files are and what their folders are named after. */
export type SessionAround = {
  readonly projects: readonly Named[];
  readonly subjects: readonly SubjectAround[];
  readonly storages: readonly Storage[];
  readonly collections: readonly Named[];
  readonly cohorts: readonly Named[];
};

const { session, project, subject, strain, datastorage, collection, cohort } = models;
const nothing: SessionAround = { projects: [], subjects: [], storages: [], collections: [], cohorts: [] };

const listOf = (item: Sql, from: Sql, order: Sql): Sql =>
  sql`(SELECT coalesce(json_agg(${item} ORDER BY ${order}), '[]'::json) FROM ${from})`;

const named = (row: string): Sql => sql`'id', ${sql.ref(`${row}.id`)}, 'name', ${sql.ref(`${row}.name`)}`;
const namedInStorage = (row: string): Sql =>
  sql`${named(row)}, 'name_used_in_storage', ${sql.ref(`${row}.name_used_in_storage`)}`;

/** All of it in one statement, each record only where the viewer may read it. */
export async function sessionAround(viewer: Viewer, id: string): Promise<SessionAround> {
  const seen = (model: Model, row: string) => readableRows(viewer, model, row);
  const strainTitle = sql`(SELECT ${titleSql(strain, 'z')} FROM strain z WHERE z.id = x.strain_id AND ${seen(strain, 'z')})`;
  const subjects = listOf(
    sql`json_build_object(${namedInStorage('x')}, 'sex', x.sex, 'strain', ${strainTitle}, 'previous', ${neighbour(viewer, 'before')}, 'next', ${neighbour(viewer, 'after')})`,
    sql`sessionsubject ss JOIN subject x ON x.id = ss.subject_id AND ${seen(subject, 'x')} WHERE ss.session_id = t.id AND ss.live`,
    sql`ss.created_at, ss.id`,
  );
  const row = await queryOne<{ around: SessionAround }>(
    sql`SELECT json_build_object('subjects', ${subjects},
        'projects', ${listOf(sql`json_build_object(${namedInStorage('p')})`, sql`session_projects l JOIN project p ON p.id = l.target_id AND ${seen(project, 'p')} WHERE l.source_id = t.id`, sql`l.position`)},
        'storages', ${listOf(sql`json_build_object(${named('d')}, 'data_protocols', d.data_protocols, 'data_organization', d.data_organization)`, sql`session_datastorage l JOIN datastorage d ON d.id = l.target_id AND ${seen(datastorage, 'd')} WHERE l.source_id = t.id`, sql`l.position`)},
        'collections', ${listOf(sql`json_build_object(${named('c')})`, sql`collection_sessions l JOIN collection c ON c.id = l.source_id AND ${seen(collection, 'c')} WHERE l.target_id = t.id`, sql`c.name, c.id`)},
        'cohorts', ${listOf(sql`json_build_object(${named('c')})`, sql`cohort c WHERE ${seen(cohort, 'c')} AND c.id IN (SELECT l.source_id FROM cohort_subjects l JOIN sessionsubject ss ON ss.subject_id = l.target_id AND ss.live WHERE ss.session_id = t.id)`, sql`c.name, c.id`)}) AS around
      FROM session t WHERE t.id = ${id}::uuid AND ${seen(session, 't')}`,
    getReadPool(),
  );
  return row?.around ?? nothing;
}

/** The session of subject `x` next to `t` in time. */
function neighbour(viewer: Viewer, side: 'before' | 'after'): Sql {
  const [compare, direction] = side === 'before' ? [sql`<`, sql`DESC`] : [sql`>`, sql`ASC`];
  return sql`(SELECT json_build_object(${named('o')}) FROM sessionsubject os JOIN session o ON o.id = os.session_id
    WHERE os.subject_id = x.id AND os.live AND (o.date_time, o.id) ${compare} (t.date_time, t.id) AND ${readableRows(viewer, session, 'o')}
    ORDER BY o.date_time ${direction}, o.id ${direction} LIMIT 1)`;
}
