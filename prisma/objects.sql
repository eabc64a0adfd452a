CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
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
  FOREACH model IN ARRAY ARRAY['project', 'setup', 'behavioralassay', 'datastorage'] LOOP
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
  FOREACH model IN ARRAY ARRAY['project', 'setup', 'behavioralassay', 'datastorage'] LOOP
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
END $$;

DROP TRIGGER IF EXISTS "audit_log_is_append_only" ON "audit_log";
CREATE TRIGGER "audit_log_is_append_only" BEFORE UPDATE OR DELETE ON "audit_log" FOR EACH ROW EXECUTE FUNCTION refuse_change();

DROP TRIGGER IF EXISTS "membership_changed" ON "group_grant";
CREATE TRIGGER "membership_changed" AFTER INSERT OR UPDATE OR DELETE ON "group_grant" FOR EACH ROW EXECUTE FUNCTION membership_changed();

DROP TRIGGER IF EXISTS "group_changed" ON "group";
CREATE TRIGGER "group_changed" AFTER UPDATE OF live ON "group" FOR EACH ROW EXECUTE FUNCTION group_changed();

ALTER TABLE "project_grant" DROP CONSTRAINT IF EXISTS "project_grant_level";
ALTER TABLE "project_grant" ADD CONSTRAINT "project_grant_level" CHECK (level BETWEEN 1 AND 4);

ALTER TABLE "setup_grant" DROP CONSTRAINT IF EXISTS "setup_grant_level";
ALTER TABLE "setup_grant" ADD CONSTRAINT "setup_grant_level" CHECK (level BETWEEN 1 AND 4);

ALTER TABLE "behavioralassay_grant" DROP CONSTRAINT IF EXISTS "behavioralassay_grant_level";
ALTER TABLE "behavioralassay_grant" ADD CONSTRAINT "behavioralassay_grant_level" CHECK (level BETWEEN 1 AND 4);

ALTER TABLE "datastorage_grant" DROP CONSTRAINT IF EXISTS "datastorage_grant_level";
ALTER TABLE "datastorage_grant" ADD CONSTRAINT "datastorage_grant_level" CHECK (level BETWEEN 1 AND 4);

ALTER TABLE "group_grant" DROP CONSTRAINT IF EXISTS "group_grant_level";
ALTER TABLE "group_grant" ADD CONSTRAINT "group_grant_level" CHECK (level BETWEEN 1 AND 4);

ALTER TABLE "project_grant" DROP CONSTRAINT IF EXISTS "project_grant_to_one";
ALTER TABLE "project_grant" ADD CONSTRAINT "project_grant_to_one" CHECK (num_nonnulls(user_id, group_id) = 1);

DROP TRIGGER IF EXISTS "grant_changed" ON "project_grant";
CREATE TRIGGER "grant_changed" AFTER INSERT OR UPDATE OR DELETE ON "project_grant" FOR EACH ROW EXECUTE FUNCTION grant_changed('project');

DROP TRIGGER IF EXISTS "granted_record_changed" ON "project";
CREATE TRIGGER "granted_record_changed" AFTER UPDATE OF live ON "project" FOR EACH ROW EXECUTE FUNCTION granted_record_changed('project');

ALTER TABLE "setup_grant" DROP CONSTRAINT IF EXISTS "setup_grant_to_one";
ALTER TABLE "setup_grant" ADD CONSTRAINT "setup_grant_to_one" CHECK (num_nonnulls(user_id, group_id) = 1);

DROP TRIGGER IF EXISTS "grant_changed" ON "setup_grant";
CREATE TRIGGER "grant_changed" AFTER INSERT OR UPDATE OR DELETE ON "setup_grant" FOR EACH ROW EXECUTE FUNCTION grant_changed('setup');

DROP TRIGGER IF EXISTS "granted_record_changed" ON "setup";
CREATE TRIGGER "granted_record_changed" AFTER UPDATE OF live ON "setup" FOR EACH ROW EXECUTE FUNCTION granted_record_changed('setup');

ALTER TABLE "behavioralassay_grant" DROP CONSTRAINT IF EXISTS "behavioralassay_grant_to_one";
ALTER TABLE "behavioralassay_grant" ADD CONSTRAINT "behavioralassay_grant_to_one" CHECK (num_nonnulls(user_id, group_id) = 1);

DROP TRIGGER IF EXISTS "grant_changed" ON "behavioralassay_grant";
CREATE TRIGGER "grant_changed" AFTER INSERT OR UPDATE OR DELETE ON "behavioralassay_grant" FOR EACH ROW EXECUTE FUNCTION grant_changed('behavioralassay');

DROP TRIGGER IF EXISTS "granted_record_changed" ON "behavioralassay";
CREATE TRIGGER "granted_record_changed" AFTER UPDATE OF live ON "behavioralassay" FOR EACH ROW EXECUTE FUNCTION granted_record_changed('behavioralassay');

ALTER TABLE "datastorage_grant" DROP CONSTRAINT IF EXISTS "datastorage_grant_to_one";
ALTER TABLE "datastorage_grant" ADD CONSTRAINT "datastorage_grant_to_one" CHECK (num_nonnulls(user_id, group_id) = 1);

DROP TRIGGER IF EXISTS "grant_changed" ON "datastorage_grant";
CREATE TRIGGER "grant_changed" AFTER INSERT OR UPDATE OR DELETE ON "datastorage_grant" FOR EACH ROW EXECUTE FUNCTION grant_changed('datastorage');

DROP TRIGGER IF EXISTS "granted_record_changed" ON "datastorage";
CREATE TRIGGER "granted_record_changed" AFTER UPDATE OF live ON "datastorage" FOR EACH ROW EXECUTE FUNCTION granted_record_changed('datastorage');

DROP TRIGGER IF EXISTS "link_copies_source" ON "session_projects";
CREATE TRIGGER "link_copies_source" BEFORE INSERT ON "session_projects" FOR EACH ROW EXECUTE FUNCTION link_copies_source('session', 'name,date_time,created_at,updated_at', 'sort_name,sort_date_time,sort_created_at,sort_updated_at');

DROP TRIGGER IF EXISTS "source_to_links" ON "session";
CREATE TRIGGER "source_to_links" AFTER UPDATE ON "session" FOR EACH ROW EXECUTE FUNCTION source_to_links('session_projects', 'name,date_time,created_at,updated_at', 'sort_name,sort_date_time,sort_created_at,sort_updated_at');

DROP TRIGGER IF EXISTS "link_copies_source" ON "subject_projects";
CREATE TRIGGER "link_copies_source" BEFORE INSERT ON "subject_projects" FOR EACH ROW EXECUTE FUNCTION link_copies_source('subject', 'name,birth_date,created_at,updated_at', 'sort_name,sort_birth_date,sort_created_at,sort_updated_at');

DROP TRIGGER IF EXISTS "source_to_links" ON "subject";
CREATE TRIGGER "source_to_links" AFTER UPDATE ON "subject" FOR EACH ROW EXECUTE FUNCTION source_to_links('subject_projects', 'name,birth_date,created_at,updated_at', 'sort_name,sort_birth_date,sort_created_at,sort_updated_at');

ALTER TABLE "session" DROP CONSTRAINT IF EXISTS "session_live";
ALTER TABLE "session" ADD CONSTRAINT "session_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "subject" DROP CONSTRAINT IF EXISTS "subject_live";
ALTER TABLE "subject" ADD CONSTRAINT "subject_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "project" DROP CONSTRAINT IF EXISTS "project_live";
ALTER TABLE "project" ADD CONSTRAINT "project_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "procedure" DROP CONSTRAINT IF EXISTS "procedure_live";
ALTER TABLE "procedure" ADD CONSTRAINT "procedure_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "sessionsubject" DROP CONSTRAINT IF EXISTS "sessionsubject_live";
ALTER TABLE "sessionsubject" ADD CONSTRAINT "sessionsubject_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "recordingfiles" DROP CONSTRAINT IF EXISTS "recordingfiles_live";
ALTER TABLE "recordingfiles" ADD CONSTRAINT "recordingfiles_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "epoch" DROP CONSTRAINT IF EXISTS "epoch_live";
ALTER TABLE "epoch" ADD CONSTRAINT "epoch_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "behavior" DROP CONSTRAINT IF EXISTS "behavior_live";
ALTER TABLE "behavior" ADD CONSTRAINT "behavior_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "dataacquisition" DROP CONSTRAINT IF EXISTS "dataacquisition_live";
ALTER TABLE "dataacquisition" ADD CONSTRAINT "dataacquisition_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "manipulation" DROP CONSTRAINT IF EXISTS "manipulation_live";
ALTER TABLE "manipulation" ADD CONSTRAINT "manipulation_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "setup" DROP CONSTRAINT IF EXISTS "setup_live";
ALTER TABLE "setup" ADD CONSTRAINT "setup_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "equipment" DROP CONSTRAINT IF EXISTS "equipment_live";
ALTER TABLE "equipment" ADD CONSTRAINT "equipment_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "behavioralassay" DROP CONSTRAINT IF EXISTS "behavioralassay_live";
ALTER TABLE "behavioralassay" ADD CONSTRAINT "behavioralassay_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "datastorage" DROP CONSTRAINT IF EXISTS "datastorage_live";
ALTER TABLE "datastorage" ADD CONSTRAINT "datastorage_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "species" DROP CONSTRAINT IF EXISTS "species_live";
ALTER TABLE "species" ADD CONSTRAINT "species_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "strain" DROP CONSTRAINT IF EXISTS "strain_live";
ALTER TABLE "strain" ADD CONSTRAINT "strain_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "setuptype" DROP CONSTRAINT IF EXISTS "setuptype_live";
ALTER TABLE "setuptype" ADD CONSTRAINT "setuptype_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "behavioralcategory" DROP CONSTRAINT IF EXISTS "behavioralcategory_live";
ALTER TABLE "behavioralcategory" ADD CONSTRAINT "behavioralcategory_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "behavioralparadigm" DROP CONSTRAINT IF EXISTS "behavioralparadigm_live";
ALTER TABLE "behavioralparadigm" ADD CONSTRAINT "behavioralparadigm_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "brainregion" DROP CONSTRAINT IF EXISTS "brainregion_live";
ALTER TABLE "brainregion" ADD CONSTRAINT "brainregion_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "user" DROP CONSTRAINT IF EXISTS "user_live";
ALTER TABLE "user" ADD CONSTRAINT "user_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "group" DROP CONSTRAINT IF EXISTS "group_live";
ALTER TABLE "group" ADD CONSTRAINT "group_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "laboratory" DROP CONSTRAINT IF EXISTS "laboratory_live";
ALTER TABLE "laboratory" ADD CONSTRAINT "laboratory_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "epoch" DROP CONSTRAINT IF EXISTS "epoch_ends_after_start";
ALTER TABLE "epoch" ADD CONSTRAINT "epoch_ends_after_start" CHECK ("end" >= "start");
