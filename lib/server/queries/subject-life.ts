import 'server-only';
import type { SubjectLife } from '@/lib/declare/subject-life';
import type { Model } from '@/lib/declare/model';
import { models } from '@/lib/models';
import { getReadPool } from '../db/pool';
import { queryOne, sql, type Sql } from '../db/sql';
import { titleSql } from '../rules';
import type { Viewer } from '../viewer';
import { isoInstant, readableRows } from './record';

const { subject, session, breeding, procedure, subjectlog, brainregion } = models;
const nobody = { breeding: null, mother: null, father: null, litterMates: [], offspring: [] };
const nothing: SubjectLife = { procedures: [], sessions: [], logs: [], family: nobody };

const listOf = (item: Sql, from: Sql, order: Sql): Sql =>
  sql`(SELECT coalesce(json_agg(${item} ORDER BY ${order}), '[]'::json) FROM ${from})`;

/** All that happened to a subject and its family in one statement, each record only where the viewer may read it. */
export async function subjectLife(viewer: Viewer, id: string): Promise<SubjectLife> {
  const seen = (model: Model, row: string) => readableRows(viewer, model, row);
  const relative = (row: string) =>
    sql`json_build_object('id', ${sql.ref(`${row}.id`)}, 'name', ${sql.ref(`${row}.name`)}, 'sex', ${sql.ref(`${row}.sex`)})`;
  const byName = (row: string) => sql`${sql.ref(`${row}.name`)}, ${sql.ref(`${row}.id`)}`;
  const region = sql`(SELECT ${titleSql(brainregion, 'r')} FROM brainregion r WHERE r.id = p.brain_region_id AND ${seen(brainregion, 'r')})`;
  const parent = (side: 'mother' | 'father') =>
    sql`(SELECT ${relative('x')} FROM subject x WHERE x.id = ${sql.ref(`b.${side}_id`)} AND ${seen(subject, 'x')})`;
  const litter = sql`(SELECT json_build_object('breeding', json_build_object('id', b.id, 'name', b.name), 'mother', ${parent('mother')}, 'father', ${parent('father')},
      'litterMates', ${listOf(relative('x'), sql`subject x WHERE x.breeding_id = b.id AND x.id <> t.id AND ${seen(subject, 'x')}`, byName('x'))})
    FROM breeding b WHERE b.id = t.breeding_id AND ${seen(breeding, 'b')})`;
  const offspring = sql`subject x JOIN breeding b ON b.id = x.breeding_id AND ${seen(breeding, 'b')} WHERE (b.mother_id = t.id OR b.father_id = t.id) AND ${seen(subject, 'x')}`;
  const row = await queryOne<{ life: SubjectLife & { litter: SubjectLife['family'] | null } }>(
    sql`SELECT json_build_object(
        'procedures', ${listOf(sql`json_build_object('id', p.id, 'type', p.type, 'date_time', ${isoInstant(sql`p.date_time`)}, 'region', ${region})`, sql`procedure p WHERE p.subject_id = t.id AND ${seen(procedure, 'p')}`, sql`p.date_time, p.id`)},
        'sessions', ${listOf(sql`json_build_object('id', s.id, 'name', s.name, 'date_time', ${isoInstant(sql`s.date_time`)}, 'weight', ss.weight)`, sql`sessionsubject ss JOIN session s ON s.id = ss.session_id AND ${seen(session, 's')} WHERE ss.subject_id = t.id AND ss.live`, sql`s.date_time, s.id`)},
        'logs', ${listOf(sql`json_build_object('id', l.id, 'type', l.type, 'entries', l.entries)`, sql`subjectlog l WHERE l.subject_id = t.id AND ${seen(subjectlog, 'l')}`, sql`l.created_at, l.id`)},
        'litter', ${litter}, 'family', json_build_object('offspring', ${listOf(relative('x'), offspring, byName('x'))})) AS life
      FROM subject t WHERE t.id = ${id}::uuid AND ${seen(subject, 't')}`,
    getReadPool(),
  );
  if (!row) return nothing;
  const { litter: own, family, ...life } = row.life;
  return { ...life, family: { ...nobody, ...own, ...family } };
}
