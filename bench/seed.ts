import { createHash } from 'node:crypto';
import type pg from 'pg';

/** How much there is of everything besides sessions. */
export const counts = { users: 200, groups: 40, projects: 500, subjects: 2000 } as const;

/** The ids that the statements below give: `kind` keeps the tables apart. */
export const idOf = (kind: 'user' | 'group' | 'project' | 'subject' | 'session', n: number): string =>
  `0000000${{ user: 1, group: 2, project: 3, subject: 4, session: 5 }[kind]}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** The access token of a user: the same in every run, for a database that exists only for it. */
export const tokenOf = (user: number): string =>
  `sulcus_${createHash('sha256').update(`bench ${user}`).digest('base64url')}`;

/** The word that every 200th session has in its name, in the form that requests look for. */
export const wordOf = (n: number): string => `r${String(n % 200).padStart(3, '0')}`;

const { users, groups, projects, subjects } = counts;

/** Kinds of the remaining tables: 6 session subject, 7 recording files, 8 epoch, 9 data acquisition, 10 taxonomies, 11 tokens. */
const statements = (sessions: number): string[] => [
  `CREATE FUNCTION pg_temp.id(kind int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS
    $$ SELECT (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$`,
  `INSERT INTO "user" (id, email, first_name, last_name) SELECT pg_temp.id(1, n), 'user' || n || '@example.org', 'Person', 'No ' || n FROM generate_series(0, ${users - 1}) n`,
  `INSERT INTO account (user_id) SELECT id FROM "user"`,
  `INSERT INTO "group" (id, name) SELECT pg_temp.id(2, n), 'Group ' || n FROM generate_series(0, ${groups - 1}) n`,
  // Everyone is in two groups, and every project belongs to one person, is shared with two more and with two groups.
  `INSERT INTO group_grant (record_id, user_id, level)
    SELECT pg_temp.id(2, (n * 7 + k * 13) % ${groups}), pg_temp.id(1, n), CASE WHEN n < ${groups} THEN 4 ELSE 1 END FROM generate_series(0, ${users - 1}) n, generate_series(0, 1) k`,
  `INSERT INTO project (id, name, created_by) SELECT pg_temp.id(3, n), 'Project ' || n, pg_temp.id(1, n % ${users}) FROM generate_series(0, ${projects - 1}) n`,
  `INSERT INTO project_grant (record_id, user_id, level)
    SELECT pg_temp.id(3, n), pg_temp.id(1, (n + k * 67) % ${users}), 4 - k FROM generate_series(0, ${projects - 1}) n, generate_series(0, 2) k`,
  `INSERT INTO project_grant (record_id, group_id, level)
    SELECT pg_temp.id(3, n), pg_temp.id(2, (n + k * 17) % ${groups}), 2 - k FROM generate_series(0, ${projects - 1}) n, generate_series(0, 1) k`,
  `INSERT INTO species (id, name) VALUES (pg_temp.id(10, 1), 'Mus musculus')`,
  `INSERT INTO strain (id, name, species_id) VALUES (pg_temp.id(10, 2), 'C57BL/6J', pg_temp.id(10, 1))`,
  ...['session_projects', 'subject_projects'].map((link) => `ALTER TABLE ${link} DISABLE TRIGGER USER`),
  `INSERT INTO subject (id, name, strain_id, sex, genotype) SELECT pg_temp.id(4, n), 'M' || n, pg_temp.id(10, 2), 'F', 'wild type' FROM generate_series(0, ${subjects - 1}) n`,
  `INSERT INTO subject_projects (source_id, target_id, sort_name, sort_created_at, sort_updated_at)
    SELECT s.id, pg_temp.id(3, n % ${projects}), s.name, s.created_at, s.updated_at FROM generate_series(0, ${subjects - 1}) n JOIN subject s ON s.id = pg_temp.id(4, n)`,
  `INSERT INTO session (id, name, description, date_time, experimenter, extra_fields, tags, created_by, updated_by)
    SELECT pg_temp.id(5, n), 'r' || lpad((n % 200)::text, 3, '0') || '-' || lpad(n::text, 6, '0'),
      '<p>Linear track, ' || (n % 9 + 2) || ' laps, reward at arm ' || (n % 5) || '. Weight before ' || (20 + n % 9) || ' g, ' || (array['calm', 'restless', 'sleepy', 'attentive'])[n % 4 + 1] || '.</p>',
      timestamptz '2023-01-02 08:00Z' + n * interval '17 minutes', 'Person No ' || (n % ${users}), '{"rig": "A", "run": 2}', array['pilot'], pg_temp.id(1, n % ${users}), pg_temp.id(1, n % ${users})
    FROM generate_series(0, ${sessions - 1}) n`,
  // Every tenth session belongs to a second project.
  `INSERT INTO session_projects (source_id, target_id, position, sort_name, sort_date_time, sort_created_at, sort_updated_at)
    SELECT s.id, pg_temp.id(3, (n + k * 101) % ${projects}), k, s.name, s.date_time, s.created_at, s.updated_at
    FROM generate_series(0, ${sessions - 1}) n JOIN session s ON s.id = pg_temp.id(5, n), generate_series(0, 1) k WHERE k = 0 OR n % 10 = 0`,
  ...['session_projects', 'subject_projects'].map((link) => `ALTER TABLE ${link} ENABLE TRIGGER USER`),
  `INSERT INTO sessionsubject (id, session_id, subject_id, age) SELECT pg_temp.id(6, n), pg_temp.id(5, n), pg_temp.id(4, n % ${subjects}), 'P' || (60 + n % 90) || 'D' FROM generate_series(0, ${sessions - 1}) n`,
  `INSERT INTO recordingfiles (id, session_id, bpod_path, bpod_order, trial_types, ttls, cameras)
    SELECT pg_temp.id(7, n), pg_temp.id(5, n), 'Bpod/*.mat', 'name_asc',
      '[{"description": "go", "trial_type": 1, "sync_signal": "W2T_Audio", "sync_ttl": "ttl_cue"}]',
      '[{"id": "ttl_camera", "description": "frames", "paths": "TTLs/*.txt"}, {"id": "ttl_cue", "description": "cue", "paths": "Cue/*.txt"}]',
      '[{"id": "top", "description": "from above", "paths": "Video/top/*.avi", "order": "name_asc", "ttl_id": "ttl_camera"}]'
    FROM generate_series(0, ${sessions - 1}) n`,
  `INSERT INTO epoch (id, name, session_id, start, "end") SELECT pg_temp.id(8, n * 2 + k), (array['baseline', 'task'])[k + 1], pg_temp.id(5, n), k * 600000, (k + 1) * 600000 FROM generate_series(0, ${sessions - 1}) n, generate_series(0, 1) k`,
  `INSERT INTO dataacquisition (id, type, session_id, "order") SELECT pg_temp.id(9, n * 2 + k), 'ExtracellularEphys', pg_temp.id(5, n), k FROM generate_series(0, ${sessions - 1}) n, generate_series(0, 1) k`,
];

/** Fills a migrated, empty database. Everything is set-based; the triggers that keep the access look-up do their work. */
export async function seed(client: pg.Client, sessions: number): Promise<void> {
  for (const statement of statements(sessions)) await client.query(statement);
  const ids = Array.from({ length: users }, (_, user) => user);
  await client.query(
    `INSERT INTO access_token (id, user_id, name, hash, hint, last_used_at, expires_at)
      SELECT pg_temp.id(11, n), pg_temp.id(1, n), 'bench', hash, 'xxxx', now() + interval '1 hour', now() + interval '1 day'
      FROM unnest($1::int[], $2::bytea[]) AS given(n, hash)`,
    [ids, ids.map((user) => createHash('sha256').update(tokenOf(user)).digest())],
  );
  await client.query('VACUUM (ANALYZE)');
  await client.query('CHECKPOINT');
}
