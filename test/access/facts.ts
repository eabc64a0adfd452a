import { isReference, isReferences } from '@/lib/declare/model';
import { columnOf, grantTableOf, grantsToGroups, hasGrants, linkTableOf, tableOf } from '@/lib/declare/tables';
import { modelList, modelNamed } from '@/lib/models';
import { query, sql } from '@/lib/server/db/sql';
import type { Fact, Facts } from './oracle';

type Link = { from: string; field: string; to: string };

/** Everything that the oracle judges by, straight from the tables: rows, links, memberships and grants as they were given. */
export async function readFacts(): Promise<Facts> {
  const records = new Map<string, Fact>();
  const links: Link[] = [];
  const grants: Facts['grants'][number][] = [];
  for (const model of modelList) {
    const table = sql.table(tableOf(model));
    const isPublic = 'is_public' in model.fields ? sql`t.is_public` : sql`false`;
    const approval = model.access.by === 'catalogue' ? sql`t.approval::text` : sql`NULL::text`;
    const wire = model.number === 'id' ? sql`to_jsonb(t.number)` : sql`to_jsonb(t.id)`;
    const rows = await query<Omit<Fact, 'model'>>(
      sql`SELECT t.id::text, t.live IS NULL AS "isDeleted", ${isPublic} AS "isPublic", ${approval} AS approval, t.created_by::text AS author, ${wire} AS wire FROM ${table} t`,
    );
    for (const row of rows) records.set(row.id, { ...row, model: model.name });
    for (const [field, declared] of Object.entries(model.fields)) {
      const name = sql.lit(field);
      const column = sql.ref(`t.${columnOf(field, declared)}`);
      if (isReference(declared))
        links.push(
          ...(await query<Link>(
            sql`SELECT t.id::text AS "from", ${name} AS field, ${column}::text AS "to" FROM ${table} t WHERE ${column} IS NOT NULL`,
          )),
        );
      if (isReferences(declared))
        links.push(
          ...(await query<Link>(
            sql`SELECT source_id::text AS "from", ${name} AS field, target_id::text AS "to" FROM ${sql.table(linkTableOf(model, field))} ORDER BY source_id, position`,
          )),
        );
    }
    if (hasGrants(model) && grantsToGroups(model))
      grants.push(
        ...(await query<Facts['grants'][number]>(
          sql`SELECT record_id::text AS record, user_id::text AS "user", group_id::text AS "group", level FROM ${sql.table(grantTableOf(model))}`,
        )),
      );
  }
  const memberships = await query<Facts['memberships'][number]>(
    sql`SELECT record_id::text AS "group", user_id::text AS "user", level FROM ${sql.table(grantTableOf(modelNamed('group')))}`,
  );
  const superusers = await query<{ id: string }>(
    sql`SELECT user_id::text AS id FROM account WHERE is_superuser AND is_active`,
  );
  return { superusers: new Set(superusers.map(({ id }) => id)), records, memberships, grants, links };
}
