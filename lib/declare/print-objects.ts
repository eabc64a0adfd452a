import { isReferences, type Model } from './model';
import { scopeSorts } from './print-schema';
import { columnOf, grantTableOf, grantsToGroups, hasGrants, linkTableOf, scopeLink, tableOf } from './tables';

/** A database object that Prisma cannot see: its kind, its name, and the table it belongs to. */
export type DatabaseObject = {
  readonly type: 'function' | 'trigger' | 'check' | 'extension' | 'view' | 'index';
  readonly name: string;
  readonly table?: string;
};

const stored = (models: readonly Model[]) => models.filter(({ view }) => !view);
const granted = (models: readonly Model[]) => models.filter((model) => hasGrants(model) && grantsToGroups(model));
const scoped = (models: readonly Model[]) => models.filter((model) => scopeLink(model) !== null);

/** Finds in one project what is called so or begins so; the search asks it of every project that one reads. */
function titleIndex(model: Model): { name: string; sql: string } {
  const link = linkTableOf(model, scopeLink(model)?.name ?? '');
  const name = `${link}_title`;
  const columns = `target_id, (lower(sort_${model.title}) COLLATE "C")`;
  return {
    name,
    sql: `CREATE INDEX IF NOT EXISTS "${name}" ON "${link}" (${columns}) INCLUDE (source_id, sort_updated_at) WHERE live;`,
  };
}

/** Finds what was deleted, and together with what, without a cost to what lives. */
function deletionIndex(model: Model): { name: string; sql: string } {
  const name = `${model.name}_deletion`;
  return {
    name,
    sql: `CREATE INDEX IF NOT EXISTS "${name}" ON "${tableOf(model)}" (deletion) WHERE deletion IS NOT NULL;`,
  };
}

/** Every object that the SQL of `printObjects` makes; a test looks for each in a migrated database. */
export function databaseObjects(all: readonly Model[]): DatabaseObject[] {
  const models = stored(all);
  return [
    ...['citext', 'pg_trgm', 'btree_gist', 'unaccent'].map((name) => ({ type: 'extension', name }) as const),
    ...[
      'refuse_change',
      'lock_group',
      'refresh_access',
      'grant_changed',
      'membership_changed',
      'group_changed',
      'granted_record_changed',
      'link_copies_source',
      'source_to_links',
    ].map((name) => ({ type: 'function', name }) as const),
    { type: 'trigger', name: 'audit_log_is_append_only', table: 'audit_log' },
    { type: 'trigger', name: 'membership_changed', table: 'group_grant' },
    { type: 'trigger', name: 'group_changed', table: 'group' },
    ...granted(models).flatMap((model) => [
      { type: 'trigger', name: 'grant_changed', table: grantTableOf(model) } as const,
      { type: 'trigger', name: 'granted_record_changed', table: tableOf(model) } as const,
      { type: 'check', name: `${grantTableOf(model)}_to_one`, table: grantTableOf(model) } as const,
    ]),
    ...models
      .filter(hasGrants)
      .map((model) => ({ type: 'check', name: `${grantTableOf(model)}_level`, table: grantTableOf(model) }) as const),
    ...scoped(models).map((model) => ({ type: 'index', name: titleIndex(model).name }) as const),
    ...scoped(models).flatMap((model) => [
      { type: 'trigger', name: 'link_copies_source', table: linkTableOf(model, scopeLink(model)?.name ?? '') } as const,
      { type: 'trigger', name: 'source_to_links', table: tableOf(model) } as const,
    ]),
    ...models.map((model) => ({ type: 'index', name: deletionIndex(model).name }) as const),
    ...models.map((model) => ({ type: 'check', name: `${model.name}_live`, table: tableOf(model) }) as const),
    { type: 'check', name: 'epoch_ends_after_start', table: 'epoch' },
  ];
}

/** SQL that makes them, safe to run again. Appended to the migration that changes it. */
export function printObjects(all: readonly Model[]): string {
  const models = stored(all);
  const constraint = (table: string, name: string, expression: string) =>
    `ALTER TABLE "${table}" DROP CONSTRAINT IF EXISTS "${name}";\nALTER TABLE "${table}" ADD CONSTRAINT "${name}" CHECK (${expression});`;
  const trigger = (table: string, name: string, when: string, call: string) =>
    `DROP TRIGGER IF EXISTS "${name}" ON "${table}";\nCREATE TRIGGER "${name}" ${when} ON "${table}" FOR EACH ROW EXECUTE FUNCTION ${call};`;
  const parts = [functions(granted(models).map(({ name }) => name))];
  parts.push(trigger('audit_log', 'audit_log_is_append_only', 'BEFORE UPDATE OR DELETE', 'refuse_change()'));
  parts.push(trigger('group_grant', 'membership_changed', 'AFTER INSERT OR UPDATE OR DELETE', 'membership_changed()'));
  parts.push(trigger('group', 'group_changed', 'AFTER UPDATE OF live', 'group_changed()'));
  for (const model of models.filter(hasGrants))
    parts.push(constraint(grantTableOf(model), `${grantTableOf(model)}_level`, 'level BETWEEN 1 AND 4'));
  for (const model of granted(models)) {
    const grant = grantTableOf(model);
    parts.push(
      constraint(grant, `${grant}_to_one`, 'num_nonnulls(user_id, group_id) = 1'),
      trigger(grant, 'grant_changed', 'AFTER INSERT OR UPDATE OR DELETE', `grant_changed('${model.name}')`),
      trigger(
        tableOf(model),
        'granted_record_changed',
        'AFTER UPDATE OF live',
        `granted_record_changed('${model.name}')`,
      ),
    );
  }
  for (const model of scoped(models)) {
    const link = linkTableOf(model, scopeLink(model)?.name ?? '');
    const sorts = scopeSorts(model);
    const columns = sorts.map((key) => {
      const field = model.fields[key];
      return field ? columnOf(key, field) : key;
    });
    const args = `'${link}', '${columns.join(',')}', '${sorts.map((key) => `sort_${key}`).join(',')}'`;
    parts.push(
      trigger(
        link,
        'link_copies_source',
        'BEFORE INSERT',
        `link_copies_source('${tableOf(model)}', '${columns.join(',')}', '${sorts.map((key) => `sort_${key}`).join(',')}')`,
      ),
      trigger(tableOf(model), 'source_to_links', 'AFTER UPDATE', `source_to_links(${args})`),
      titleIndex(model).sql,
    );
  }
  parts.push(models.map((model) => deletionIndex(model).sql).join('\n'));
  for (const model of models)
    parts.push(
      constraint(
        tableOf(model),
        `${model.name}_live`,
        '(live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE',
      ),
    );
  parts.push(constraint('epoch', 'epoch_ends_after_start', '"end" >= "start"'));
  return `${parts.join('\n\n')}\n`;
}

/** Names of all lists of references through which access comes, for the tests of their triggers. */
export function scopeLinkTables(models: readonly Model[]): string[] {
  return scoped(models).map((model) => linkTableOf(model, scopeLink(model)?.name ?? ''));
}

/** Lists of references of a model, by field name. */
export function linkFields(model: Model): string[] {
  return Object.entries(model.fields).flatMap(([name, field]) => (isReferences(field) ? [name] : []));
}

function functions(grantedModels: readonly string[]): string {
  return `CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- A grant to a group and a membership of it may be written at the same time; each must see the other.
CREATE OR REPLACE FUNCTION lock_group(group_id uuid) RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock(hashtextextended(group_id::text, 0)) WHERE group_id IS NOT NULL;
$$;

-- The look-up of one record, or of one user on it: the highest of the direct grant and those of the user's groups.
-- Under a lock, for each statement sees what was committed before it began: of two changes at the same time the later
-- one sees the other. Both the locks of groups and this one can only delay or, crossed, end in a deadlock, which is retried.
CREATE OR REPLACE FUNCTION refresh_access(model text, record uuid, only_user uuid DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(model || record, 2));
  EXECUTE format('DELETE FROM %I WHERE record_id = $1 AND ($2 IS NULL OR user_id = $2)', model || '_access') USING record, only_user;
  EXECUTE format(
    'INSERT INTO %I (user_id, record_id, level)
     SELECT g.user_id, $1, max(g.level) FROM (
       SELECT user_id, level FROM %I WHERE record_id = $1 AND user_id IS NOT NULL
       UNION ALL
       SELECT m.user_id, g.level FROM %I g JOIN group_grant m ON m.record_id = g.group_id JOIN "group" o ON o.id = g.group_id AND o.live
       WHERE g.record_id = $1
     ) g
     WHERE ($2 IS NULL OR g.user_id = $2) AND EXISTS (SELECT 1 FROM %I r WHERE r.id = $1 AND r.live)
     GROUP BY g.user_id',
    model || '_access', model || '_grant', model || '_grant', model) USING record, only_user;
END $$;

CREATE OR REPLACE FUNCTION grant_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM lock_group(OLD.group_id);
    PERFORM refresh_access(TG_ARGV[0], OLD.record_id, OLD.user_id);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM lock_group(NEW.group_id);
    PERFORM refresh_access(TG_ARGV[0], NEW.record_id, NEW.user_id);
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION membership_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed_group uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.record_id ELSE NEW.record_id END;
  changed_user uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.user_id ELSE NEW.user_id END;
  model text;
  granted uuid;
BEGIN
  PERFORM lock_group(changed_group);
  FOREACH model IN ARRAY ARRAY[${grantedModels.map((name) => `'${name}'`).join(', ')}] LOOP
    FOR granted IN EXECUTE format('SELECT record_id FROM %I WHERE group_id = $1 ORDER BY record_id', model || '_grant') USING changed_group LOOP
      PERFORM refresh_access(model, granted, changed_user);
    END LOOP;
  END LOOP;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION group_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  model text;
  granted uuid;
BEGIN
  PERFORM lock_group(NEW.id);
  FOREACH model IN ARRAY ARRAY[${grantedModels.map((name) => `'${name}'`).join(', ')}] LOOP
    FOR granted IN EXECUTE format('SELECT record_id FROM %I WHERE group_id = $1 ORDER BY record_id', model || '_grant') USING NEW.id LOOP
      PERFORM refresh_access(model, granted);
    END LOOP;
  END LOOP;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION granted_record_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_access(TG_ARGV[0], NEW.id);
  RETURN NULL;
END $$;

-- Arguments: source table, its columns, the columns of the link that copy them. The source is locked: a change of it
-- under way would not see the new link.
CREATE OR REPLACE FUNCTION link_copies_source() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  copied jsonb;
BEGIN
  EXECUTE format('SELECT to_jsonb(s) FROM %I s WHERE id = $1 FOR SHARE', TG_ARGV[0]) INTO copied USING NEW.source_id;
  NEW.live := (copied->>'live')::boolean;
  RETURN jsonb_populate_record(NEW, (
    SELECT jsonb_object_agg(link, copied->source)
    FROM unnest(string_to_array(TG_ARGV[1], ','), string_to_array(TG_ARGV[2], ',')) AS pair(source, link)
  ));
END $$;

-- Arguments: link table, columns of the source, the columns of the link that copy them.
CREATE OR REPLACE FUNCTION source_to_links() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  assignments text;
BEGIN
  SELECT string_agg(format('%I = s.%I', link, source), ', ') INTO assignments
  FROM unnest(string_to_array(TG_ARGV[1], ','), string_to_array(TG_ARGV[2], ',')) AS pair(source, link);
  EXECUTE format('UPDATE %I l SET live = s.live, %s FROM %I s WHERE s.id = $1 AND l.source_id = s.id', TG_ARGV[0], assignments, TG_TABLE_NAME) USING NEW.id;
  RETURN NULL;
END $$;`;
}
