import 'server-only';
import { kindOf } from '@/lib/declare/kinds';
import { isReferences, type Field, type Model } from '@/lib/declare/model';
import { columnOf, linkTableOf, tableOf } from '@/lib/declare/tables';
import { catalogueOf } from '@/lib/models/approval';

/**
 * The views behind models that have no table of their own, as SQL text for migrations. A view has the columns of a table of
 * the model, so that reads, filters, counts and the scope work on it like on any other.
 */

/** What the engine reads of every row, where the view has nothing of the kind. */
const never = 'NULL::timestamptz AS deleted_at, NULL::uuid AS deletion, true AS live';

const invitation = (name: string, columns: string, where: string) => ({
  name,
  select: `SELECT i.id, ${columns}, i.message, i.email, i.expires_at, i.created_at, i.invited_by AS created_by, i.created_at AS updated_at, i.invited_by AS updated_by, 1 AS version, ${never}
  FROM invitation i WHERE i.status = 'pending' AND i.expires_at > now() AND ${where}`,
});
const projectLevels = 'i.level >= 2 AS can_change, i.level >= 3 AS manage_project, i.level >= 4 AS own_project';

/** The id of a link of a session to a storage, made of both ends. */
const linkId = 'md5(l.source_id::text || l.target_id::text)::uuid';

const byHand: readonly { name: string; select: string }[] = [
  invitation(
    'projectmembershipinvitation',
    `i.invitee_id, i.record_id AS project_id, ${projectLevels}`,
    `i.model = 'project' AND i.kind = 'invitation' AND i.group_id IS NULL`,
  ),
  invitation(
    'projectgroupmembershipinvitation',
    `i.group_id AS invitee_id, i.record_id AS project_id, ${projectLevels}`,
    `i.model = 'project' AND i.kind = 'invitation' AND i.group_id IS NOT NULL`,
  ),
  invitation(
    'groupmembershipinvitation',
    'i.invitee_id AS user_account_invitation_id, i.record_id AS authgroup_id, i.level >= 3 AS new_manager, i.level >= 4 AS new_owner',
    `i.model = 'group' AND i.kind = 'invitation'`,
  ),
  invitation(
    'groupmembershiprequest',
    'i.invitee_id AS user_account_request_id, i.record_id AS authgroup_id',
    `i.model = 'group' AND i.kind = 'request'`,
  ),
  {
    name: 'sessiondatastorage',
    // A change of the links is a change of the session, so its version and times are theirs.
    select: `SELECT ${linkId} AS id, l.source_id AS session_id, l.target_id AS datastorage_id, l.position AS "order", s.created_at, s.created_by, s.updated_at, s.updated_by, s.version, s.deleted_at, s.deletion, s.live
  FROM session_datastorage l JOIN session s ON s.id = l.source_id`,
  },
];

/** Found by their ids, links are looked up in this. */
const indexes: readonly { name: string; sql: string }[] = [
  {
    name: 'session_datastorage_id',
    sql: `CREATE INDEX IF NOT EXISTS "session_datastorage_id" ON "session_datastorage" (${linkId.replaceAll('l.', '').replace(/^(.*)$/, '($1)')});`,
  },
];

/** The proposed value where there is one, else that of the record. */
function proposedColumn(name: string, field: Field): string | null {
  const storage = kindOf(field).storage(field);
  if (storage.shape !== 'column') return null;
  const column = columnOf(name, field);
  const [type = ''] = storage.prisma.split(' ');
  const json = `p.changes->'${name}'`;
  const text = `p.changes->>'${name}'`;
  const casts: Readonly<Record<string, string>> = {
    Boolean: '::boolean',
    Int: '::integer',
    Float: '::double precision',
    DateTime: storage.prisma.includes('@db.Date') ? '::date' : '::timestamptz(3)',
    String: storage.prisma.includes('@db.Uuid') ? '::uuid' : storage.prisma.includes('@db.Citext') ? '::citext' : '',
  };
  const proposed =
    type === 'Json'
      ? `NULLIF(${json}, 'null'::jsonb)`
      : type === 'String[]'
        ? `ARRAY(SELECT jsonb_array_elements_text(${json}))`
        : `(${text})${casts[type] ?? ''}`;
  return `CASE WHEN p.changes ? '${name}' THEN ${proposed} ELSE r."${column}" END AS "${column}"`;
}

function approvalViews(model: Model, of: string): { name: string; select: string }[] {
  const ofReview = new Set(['instance_id', 'record', 'action', 'reviewer', 'status', 'review']);
  const proposed = Object.entries(model.fields).filter(([name]) => !ofReview.has(name));
  const columns = proposed.flatMap(([name, field]) => proposedColumn(name, field) ?? []);
  const from = `proposal p JOIN "${of}" r ON r.id = p.record_id WHERE p.model = '${of}'`;
  const links = proposed.flatMap(([name, field]) =>
    isReferences(field)
      ? [
          {
            name: linkTableOf(model, name),
            select: `SELECT p.id AS source_id, t.id::uuid AS target_id, (t.place - 1)::integer AS position
  FROM proposal p CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN p.changes ? '${name}' THEN p.changes->'${name}'
    ELSE (SELECT coalesce(jsonb_agg(l.target_id ORDER BY l.position), '[]') FROM "${of}_${name}" l WHERE l.source_id = p.record_id) END) WITH ORDINALITY AS t(id, place)
  WHERE p.model = '${of}'`,
          },
        ]
      : [],
  );
  const review = `CASE WHEN p.action = 'change' THEN p.record_id END AS instance_id_id, p.record_id, initcap(p.action) AS action, p.reviewed_by AS reviewer_id, initcap(p.status) AS status, p.review`;
  const select = `SELECT p.id, ${columns.join(', ')}, ${review}, p.created_at, p.proposed_by AS created_by, coalesce(p.decided_at, p.created_at) AS updated_at, coalesce(p.reviewed_by, p.proposed_by) AS updated_by, CASE WHEN p.status = 'pending' THEN 1 ELSE 2 END AS version, ${never}
  FROM ${from}`;
  return [{ name: tableOf(model), select }, ...links];
}

function viewsOf(models: readonly Model[]): { name: string; select: string }[] {
  return models
    .filter(({ view }) => view)
    .flatMap((model) => {
      const of = catalogueOf(model);
      return of ? approvalViews(model, of) : byHand.filter(({ name }) => name === tableOf(model));
    });
}

/** Names of all views and of their indexes; a test looks for each in a migrated database. */
export const viewObjects = (models: readonly Model[]): { type: 'view' | 'index'; name: string }[] => [
  ...viewsOf(models).map(({ name }) => ({ type: 'view' as const, name })),
  ...indexes.map(({ name }) => ({ type: 'index' as const, name })),
];

/** SQL that takes the views away, before a migration changes what they read. */
export const dropViews = (models: readonly Model[]): string =>
  viewsOf(models)
    .map(({ name }) => `DROP VIEW IF EXISTS "${name}";\n`)
    .join('');

/** SQL that makes the views anew. */
export const printViews = (models: readonly Model[]): string =>
  [
    ...indexes.map(({ sql }) => sql),
    ...viewsOf(models).map(({ name, select }) => `DROP VIEW IF EXISTS "${name}";\nCREATE VIEW "${name}" AS ${select};`),
  ].join('\n\n') + '\n';
