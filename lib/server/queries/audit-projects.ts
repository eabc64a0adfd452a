import 'server-only';
import { isReference, type Model } from '@/lib/declare/model';
import { columnOf, linkTableOf, scopeLink, tableOf } from '@/lib/declare/tables';
import { findModel, modelNamed } from '@/lib/models';
import { sql, type Sql } from '../db/sql';

/** Notes for rows of the audit log (id, model, record_id) in `written` in which projects their records are; null where none can be. */
export function notedInProjects(names: ReadonlySet<string>): Sql | null {
  const each = [...names].flatMap((name) => {
    const model = findModel(name);
    const way = model && wayToProjects(model, sql`w.record_id`, 0);
    return way ? [sql`SELECT ${way.project}, w.id FROM written w ${way.joins} WHERE w.model = ${sql.lit(name)}`] : [];
  });
  if (each.length === 0) return null;
  return sql`INSERT INTO audit_project (project_id, audit_id) ${sql.join(each, sql` UNION ALL `)}`;
}

/** How the record with this id leads up to its projects; null where it hangs on something else. */
function wayToProjects(model: Model, id: Sql, depth: number): { joins: Sql; project: Sql } | null {
  if (model.name === 'project') return { joins: sql``, project: id };
  const alias = `up${depth}`;
  const link = scopeLink(model);
  if (link)
    return link.to === 'project'
      ? {
          joins: sql`JOIN ${sql.table(linkTableOf(model, link.name))} ${sql.ref(alias)} ON ${sql.ref(`${alias}.source_id`)} = ${id}`,
          project: sql.ref(`${alias}.target_id`),
        }
      : null;
  const name = model.access.by === 'via' ? model.access.field : '';
  const field = model.fields[name];
  if (!field || !isReference(field) || model.view) return null;
  const above = wayToProjects(modelNamed(field.to), sql.ref(`${alias}.${columnOf(name, field)}`), depth + 1);
  if (!above) return null;
  return {
    joins: sql`JOIN ${sql.table(tableOf(model))} ${sql.ref(alias)} ON ${sql.ref(`${alias}.id`)} = ${id} ${above.joins}`,
    project: above.project,
  };
}
