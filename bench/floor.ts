import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';

/**
 * What this machine can do at most: plain `http` and `pg`, one statement by hand whose result is the JSON text itself.
 * It knows who asks from the address, checks no input, speaks of sessions only, and answers the same rows as we do.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });

const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const children = (name: string, table: string) =>
  `'${name}', (SELECT coalesce(json_agg(c.id ORDER BY c.id), '[]'::json) FROM ${table} c WHERE c.session_id = t.id AND c.live)`;
const record = `json_build_object('id', t.id, 'number', t.number, 'name', t.name, 'description', t.description,
  'projects', (SELECT coalesce(json_agg(l.target_id ORDER BY l.position), '[]'::json) FROM session_projects l JOIN project_access a ON a.record_id = l.target_id AND a.user_id = $1 WHERE l.source_id = t.id),
  'date_time', ${iso('t.date_time')}, 'experimenter', t.experimenter, ${children('subjects', 'sessionsubject')}, ${children('epochs', 'epoch')},
  'extra_fields', t.extra_fields, 'download_links', t.download_links, ${children('dataacquisition', 'dataacquisition')}, ${children('behaviors', 'behavior')},
  ${children('manipulations', 'manipulation')}, ${children('recordingfiles', 'recordingfiles')}, 'name_used_in_storage', t.name_used_in_storage, 'tags', t.tags,
  'created_at', ${iso('t.created_at')}, 'updated_at', ${iso('t.updated_at')}, 'version', t.version)`;
const wholeChildren = (name: string, table: string, columns: string) =>
  `'${name}', (SELECT coalesce(json_agg(json_build_object(${columns}) ORDER BY c.id), '[]'::json) FROM ${table} c WHERE c.session_id = t.id AND c.live)`;
const recordWithParts = record
  .replace(
    children('epochs', 'epoch'),
    wholeChildren(
      'epochs',
      'epoch',
      `'id', c.id, 'name', c.name, 'session', c.session_id, 'start', c.start, 'end', c."end", 'behavior', c.behavior_id, 'dataacquisition', c.dataacquisition_id, 'manipulation', c.manipulation_id, 'created_at', ${iso('c.created_at')}, 'updated_at', ${iso('c.updated_at')}, 'version', c.version`,
    ),
  )
  .replace(
    children('dataacquisition', 'dataacquisition'),
    wholeChildren(
      'dataacquisition',
      'dataacquisition',
      `'id', c.id, 'type', c.type, 'notes', c.notes, 'session', c.session_id, 'procedures', (SELECT coalesce(json_agg(p.target_id), '[]'::json) FROM dataacquisition_procedures p WHERE p.source_id = c.id), 'equipment', (SELECT coalesce(json_agg(p.target_id), '[]'::json) FROM dataacquisition_equipment p WHERE p.source_id = c.id), 'details', c.details, 'type_schema_version', c.type_schema_version, 'image', c.image, 'order', c."order", 'created_at', ${iso('c.created_at')}, 'updated_at', ${iso('c.updated_at')}, 'version', c.version`,
    ),
  );
const inScope = `EXISTS (SELECT 1 FROM session_projects l JOIN project_access a ON a.record_id = l.target_id WHERE l.source_id = t.id AND a.user_id = $1)`;
const pageOf = (page: string, json = record) =>
  `WITH page AS MATERIALIZED (${page}) SELECT coalesce(json_agg(${json} ORDER BY page.place), '[]'::json)::text AS json FROM page JOIN session t ON t.id = page.id`;
const candidates = (condition: string, order: string) => `SELECT t.id, row_number() OVER (ORDER BY ${order}) AS place
  FROM (WITH c AS MATERIALIZED (SELECT * FROM session t WHERE t.live AND (${condition})) SELECT * FROM c) t WHERE ${inScope} ORDER BY ${order} LIMIT 20`;

const firstPage = `SELECT d.id, row_number() OVER (ORDER BY d.key, d.id) AS place FROM (
    SELECT DISTINCT f.id, f.key FROM project_access a CROSS JOIN LATERAL (
      SELECT l.source_id AS id, l.sort_name AS key FROM session_projects l WHERE l.target_id = a.record_id AND l.live ORDER BY l.sort_name, l.source_id LIMIT 20) f
    WHERE a.user_id = $1) d ORDER BY d.key, d.id LIMIT 20`;
const byWord = candidates('t.name ILIKE $2', 't.name, t.id');

const statements = {
  page: pageOf(firstPage),
  pageByWord: pageOf(byWord),
  pageWithParts: pageOf(firstPage, recordWithParts),
  pageByWordWithParts: pageOf(byWord, recordWithParts),
  search: pageOf(
    candidates('t.name ILIKE $2 OR t.description ILIKE $2 OR t.experimenter ILIKE $2', 't.date_time DESC, t.id DESC'),
  ),
  count: `SELECT count(DISTINCT l.source_id)::text AS json FROM project_access a JOIN session_projects l ON l.target_id = a.record_id AND l.live WHERE a.user_id = $1`,
  countByWord: `SELECT count(*)::text AS json FROM (WITH c AS MATERIALIZED (SELECT * FROM session t WHERE t.live AND t.name ILIKE $2) SELECT 1 FROM c t WHERE ${inScope}) r`,
  countBySearch: `SELECT count(*)::text AS json FROM (WITH c AS MATERIALIZED (SELECT * FROM session t WHERE t.live AND (t.name ILIKE $2 OR t.description ILIKE $2 OR t.experimenter ILIKE $2)) SELECT 1 FROM c t WHERE ${inScope}) r`,
  detail: `SELECT ${record}::text AS json FROM session t WHERE t.id = $2 AND t.live AND ${inScope}`,
  create: `WITH made AS (INSERT INTO session (id, name, description, date_time, created_by, updated_by) VALUES ($2, $3, $4, $5, $1, $1) RETURNING *),
    linked AS (INSERT INTO session_projects (source_id, target_id, sort_name, sort_date_time) SELECT id, $6, name, date_time FROM made),
    noted AS (INSERT INTO audit_log (user_id, via, model, record_id, action, after) SELECT $1, 'token', 'session', id, 'create', to_jsonb(made) FROM made)
    SELECT to_json(made)::text AS json FROM made`,
  bulk: `WITH given AS (SELECT gen_random_uuid() AS id, g.* FROM jsonb_to_recordset($2::jsonb) AS g(name text, description text, date_time timestamptz, projects uuid[])),
    made AS (INSERT INTO session (id, name, description, date_time, created_by, updated_by) SELECT id, name, description, date_time, $1, $1 FROM given RETURNING *),
    linked AS (INSERT INTO session_projects (source_id, target_id, sort_name, sort_date_time) SELECT g.id, g.projects[1], g.name, g.date_time FROM given g),
    noted AS (INSERT INTO audit_log (user_id, via, model, record_id, action, after) SELECT $1, 'token', 'session', id, 'create', to_jsonb(made) FROM made)
    SELECT json_agg(json_build_object('id', id, 'version', version))::text AS json FROM made`,
  export: `SELECT string_agg(r.line, E'\\n') AS json FROM (SELECT ${record}::text AS line FROM session t WHERE t.live AND ${inScope} ORDER BY t.id) r`,
};

const ask = async (name: keyof typeof statements, values: unknown[]): Promise<string | null> =>
  (await pool.query<{ json: string }>({ name, text: statements[name], values })).rows[0]?.json ?? null;

async function answer(path: string, given: URLSearchParams, body: string): Promise<string | null> {
  const user = given.get('user');
  const word = given.get('word');
  const like = `%${word}%`;
  if (path === '/detail') return ask('detail', [user, given.get('id')]);
  if (path === '/create') {
    const { name, description, date_time, projects } = JSON.parse(body) as {
      name: string;
      description: string;
      date_time: string;
      projects: string[];
    }; // what our own load sends
    return ask('create', [user, randomUUID(), name, description, date_time, projects[0]]);
  }
  if (path === '/bulk') return ask('bulk', [user, body]);
  if (path === '/export') return ask('export', [user]);
  const parts = given.has('include') ? 'WithParts' : '';
  const values = word === null ? [user] : [user, like];
  const isSearch = path === '/search';
  const [page, count] = await Promise.all([
    ask(isSearch ? 'search' : word === null ? (`page${parts}` as const) : (`pageByWord${parts}` as const), values),
    isSearch || given.has('count')
      ? ask(isSearch ? 'countBySearch' : word === null ? 'count' : 'countByWord', values)
      : null,
  ]);
  return count === null ? page : `{"sessions":${page},"count":${count}}`;
}

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const parts: Buffer[] = [];
  request
    .on('data', (part: Buffer) => parts.push(part))
    .on('end', () => {
      answer(url.pathname, url.searchParams, Buffer.concat(parts).toString()).then(
        (json) => response.writeHead(json === null ? 404 : 200, { 'Content-Type': 'application/json' }).end(json),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
    });
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'));
process.on('disconnect', () => process.exit());
