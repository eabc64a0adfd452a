import 'server-only';
import type { ArchiveDevice, ArchiveSession, ArchiveSubject } from '@/lib/formats/archive/facts';
import { linkTableOf, tableOf } from '@/lib/declare/tables';
import type { Model } from '@/lib/declare/model';
import { models } from '@/lib/models';
import { findType, typeFamily } from '@/lib/vocabularies/types';
import { getReadPool } from '../db/pool';
import { query, queryOne, sql, type Executor, type Sql } from '../db/sql';
import { idIs } from '../operations/get';
import type { Viewer } from '../viewer';
import { isoInstant, readableRows } from './record';
import { shownText } from './shown-text';

const { session, subject, strain, species, sessionsubject, project, license, publication, laboratory, group, user } =
  models;
const { dataacquisition, manipulation, equipment, hardwaredevice, supplier } = models;
const { procedure, consumablestock, consumable, brainregion } = models;

/** A table under an alias, joined where `on` holds and the viewer may read the row. */
const joined = (viewer: Viewer, model: Model, row: string, on: Sql): Sql =>
  sql`${sql.table(tableOf(model))} ${sql.ref(row)} ON ${on} AND ${readableRows(viewer, model, row)}`;

const list = (rows: Sql): Sql => sql`(SELECT coalesce(json_agg(x.one), '[]'::json) FROM (${rows}) x)`;

/** The keys of a subject `s` with its strain `st` and species `sp`, for json_build_object. */
const subjectKeys = sql`'id', s.id, 'name', s.name, 'sex', s.sex, 'genotype', s.genotype, 'birth_date', s.birth_date, 'description', s.description,
  'strain', st.name, 'species', CASE WHEN sp.id IS NOT NULL THEN json_build_object('id', sp.id, 'name', sp.name, 'external_identifiers', sp.external_identifiers) END`;

const withSpecies = (viewer: Viewer): Sql =>
  sql`LEFT JOIN ${joined(viewer, strain, 'st', sql`st.id = s.strain_id`)} LEFT JOIN ${joined(viewer, species, 'sp', sql`sp.id = st.species_id`)}`;

/** The projects `p` of the session `t` that the viewer may read, through the link `l`. */
const projectsOf = (viewer: Viewer): Sql =>
  sql`${sql.table(linkTableOf(session, 'projects'))} l JOIN ${joined(viewer, project, 'p', sql`p.id = l.target_id AND l.source_id = t.id`)}`;

const subjects = (viewer: Viewer): Sql =>
  list(sql`SELECT json_build_object(${subjectKeys}, 'age', ss.age, 'weight', ss.weight) AS one FROM ${sql.table(tableOf(sessionsubject))} ss
    JOIN ${joined(viewer, subject, 's', sql`s.id = ss.subject_id`)} ${withSpecies(viewer)}
    WHERE ss.session_id = t.id AND ${readableRows(viewer, sessionsubject, 'ss')} ORDER BY ss.created_at, ss.id`);

/** The laboratory of the group that has most to say in the projects. */
const laboratoryOf = (viewer: Viewer): Sql =>
  sql`(SELECT json_build_object('id', b.id, 'group', o.name, 'institution', b.institution, 'department', b.department) FROM ${projectsOf(viewer)}
    JOIN project_grant g ON g.record_id = p.id JOIN ${joined(viewer, group, 'o', sql`o.id = g.group_id`)}
    JOIN ${joined(viewer, laboratory, 'b', sql`b.group_id = o.id`)} ORDER BY g.level DESC, o.name, o.id LIMIT 1)`;

const licenses = (viewer: Viewer): Sql =>
  list(sql`SELECT DISTINCT to_json(concat_ws(' ', c.name, '(' || nullif(c.license_number, '') || ')'))::jsonb AS one FROM ${sql.table(tableOf(sessionsubject))} ss
    JOIN ${joined(viewer, subject, 's', sql`s.id = ss.subject_id`)} JOIN ${sql.table(linkTableOf(subject, 'licenses'))} k ON k.source_id = s.id
    JOIN ${joined(viewer, license, 'c', sql`c.id = k.target_id`)} WHERE ss.session_id = t.id AND ${readableRows(viewer, sessionsubject, 'ss')} ORDER BY one`);

const publications = (viewer: Viewer): Sql =>
  list(sql`SELECT DISTINCT jsonb_build_object('title', u.title, 'doi', u.doi) AS one FROM ${projectsOf(viewer)}
    JOIN ${sql.table(linkTableOf(project, 'publications'))} k ON k.source_id = p.id JOIN ${joined(viewer, publication, 'u', sql`u.id = k.target_id`)} ORDER BY one`);

const tags = (viewer: Viewer): Sql =>
  sql`(SELECT coalesce(json_agg(w.word ORDER BY w.first), '[]'::json) FROM (SELECT word, min(place) AS first FROM (
      SELECT word, place FROM unnest(t.tags) WITH ORDINALITY AS own(word, place)
      UNION ALL SELECT shared.word, 1000 + shared.place FROM ${projectsOf(viewer)}, unnest(p.tags) WITH ORDINALITY AS shared(word, place)
    ) every GROUP BY word) w)`;

/** The equipment of one kind of module, in the order of the modules. */
const equipmentOf = (viewer: Viewer, module: Model, rank: number): Sql =>
  sql`SELECT ${rank}::int AS rank, m.order AS first, k.position AS second, e.id, json_build_object('name', e.name, 'type', e.type, 'notes', e.notes,
      'model', CASE WHEN h.id IS NOT NULL THEN json_build_object('name', h.name, 'description', h.description, 'supplier', v.name) END) AS one
    FROM ${sql.table(tableOf(module))} m JOIN ${sql.table(linkTableOf(module, 'equipment'))} k ON k.source_id = m.id
    JOIN ${joined(viewer, equipment, 'e', sql`e.id = k.target_id`)} LEFT JOIN ${joined(viewer, hardwaredevice, 'h', sql`h.id = e.hardwaredevice_id`)}
    LEFT JOIN ${joined(viewer, supplier, 'v', sql`v.id = h.supplier_id`)} WHERE m.session_id = t.id AND ${readableRows(viewer, module, 'm')}`;

const implants = Object.values(typeFamily('procedure').types).flatMap(({ code, category }) =>
  category === 'Implant Procedures' ? [code] : [],
);

/** What was implanted for one kind of module: a probe, a fiber; its make is what was taken from the stock. */
const implantsOf = (viewer: Viewer, module: Model, rank: number): Sql =>
  sql`SELECT ${rank}::int AS rank, m.order AS first, k.position AS second, r.id, json_build_object('implant', r.type, 'region', b.name, 'type', cs.type, 'notes', r.notes,
      'model', CASE WHEN c.id IS NOT NULL THEN json_build_object('name', c.name, 'description', c.description, 'supplier', v.name) END) AS one
    FROM ${sql.table(tableOf(module))} m JOIN ${sql.table(linkTableOf(module, 'procedures'))} k ON k.source_id = m.id
    JOIN ${joined(viewer, procedure, 'r', sql`r.id = k.target_id AND r.type = ANY(${implants}::text[])`)} LEFT JOIN ${joined(viewer, brainregion, 'b', sql`b.id = r.brain_region_id`)}
    LEFT JOIN ${joined(viewer, consumablestock, 'cs', sql`cs.id = r.consumablestock_id`)} LEFT JOIN ${joined(viewer, consumable, 'c', sql`c.id = cs.consumable_id`)}
    LEFT JOIN ${joined(viewer, supplier, 'v', sql`v.id = c.supplier_id`)} WHERE m.session_id = t.id AND ${readableRows(viewer, module, 'm')}`;

const devices = (viewer: Viewer): Sql => {
  const every = [dataacquisition, manipulation].flatMap((module, index) => [
    equipmentOf(viewer, module, index),
    implantsOf(viewer, module, index + 2),
  ]);
  return sql`(SELECT coalesce(json_agg(x.one ORDER BY x.rank, x.first, x.second), '[]'::json) FROM (
    SELECT DISTINCT ON (id) * FROM (${sql.join(every, sql` UNION ALL `)}) y ORDER BY id, rank, first, second) x)`;
};

/** A session as archives see it, in one statement and inside the viewer's scope; null when they may not read it. */
export async function findArchiveSession(
  viewer: Viewer,
  id: string | number,
  on: Executor = getReadPool(),
): Promise<ArchiveSession | null> {
  return (await findArchiveSessions(viewer, idIs(session, 't', id), on))[0] ?? null;
}

/** The same for the sessions that `where` picks over the alias `t`: few, and picked by their ids. */
export async function findArchiveSessions(
  viewer: Viewer,
  where: Sql,
  on: Executor = getReadPool(),
): Promise<ArchiveSession[]> {
  const found = await query<{ one: Omit<ArchiveSession, 'devices'> & { readonly devices: readonly FoundDevice[] } }>(
    sql`SELECT json_build_object('id', t.id, 'name', t.name, 'date_time', ${isoInstant(sql`t.date_time`)}, 'description', t.description,
      'experimenter', ${shownText(viewer, session.fields.experimenter, sql`t.experimenter`)},
      'experimenter_user', (SELECT json_build_object('first_name', a.first_name, 'last_name', a.last_name) FROM ${sql.table(tableOf(user))} a WHERE a.id = t.experimenter_user_id AND ${readableRows(viewer, user, 'a')}),
      'tags', ${tags(viewer)}, 'laboratory', ${laboratoryOf(viewer)}, 'licenses', ${licenses(viewer)}, 'publications', ${publications(viewer)},
      'subjects', ${subjects(viewer)}, 'devices', ${devices(viewer)}) AS one
      FROM session t WHERE ${where} AND ${readableRows(viewer, session, 't')}`,
    on,
  );
  return found.map(({ one }) => ({ ...one, devices: one.devices.map(named) }));
}

/** A subject as archives see it; null when the viewer may not read it. */
export async function findArchiveSubject(
  viewer: Viewer,
  id: string | number,
  on: Executor = getReadPool(),
): Promise<ArchiveSubject | null> {
  const found = await queryOne<{ one: ArchiveSubject }>(
    sql`SELECT json_build_object(${subjectKeys}) AS one FROM subject s ${withSpecies(viewer)} WHERE ${idIs(subject, 's', id)} AND ${readableRows(viewer, subject, 's')}`,
    on,
  );
  return found?.one ?? null;
}

/** Equipment, or an implant: that is called by its procedure and where it is. */
type FoundDevice =
  | (ArchiveDevice & { readonly implant?: undefined })
  | (Omit<ArchiveDevice, 'name' | 'type'> & {
      readonly implant: string;
      readonly region: string | null;
      readonly type: string | null;
    });

/** Types by their labels. */
function named(device: FoundDevice): ArchiveDevice {
  if (device.implant === undefined)
    return { ...device, type: findType('equipment', device.type)?.label ?? device.type };
  const { implant, region, type, notes, model } = device;
  const label = findType('procedure', implant)?.label ?? implant;
  return {
    name: region === null ? label : `${label}, ${region}`,
    type: type === null ? '' : (findType('consumablestock', type)?.label ?? type),
    notes,
    model,
  };
}
