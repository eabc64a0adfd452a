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
  FOREACH model IN ARRAY ARRAY['project', 'setup', 'behavioralassay', 'datastorage', 'inventory', 'protocol', 'license'] LOOP
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
  FOREACH model IN ARRAY ARRAY['project', 'setup', 'behavioralassay', 'datastorage', 'inventory', 'protocol', 'license'] LOOP
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

ALTER TABLE "inventory_grant" DROP CONSTRAINT IF EXISTS "inventory_grant_level";
ALTER TABLE "inventory_grant" ADD CONSTRAINT "inventory_grant_level" CHECK (level BETWEEN 1 AND 4);

ALTER TABLE "protocol_grant" DROP CONSTRAINT IF EXISTS "protocol_grant_level";
ALTER TABLE "protocol_grant" ADD CONSTRAINT "protocol_grant_level" CHECK (level BETWEEN 1 AND 4);

ALTER TABLE "license_grant" DROP CONSTRAINT IF EXISTS "license_grant_level";
ALTER TABLE "license_grant" ADD CONSTRAINT "license_grant_level" CHECK (level BETWEEN 1 AND 4);

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

ALTER TABLE "inventory_grant" DROP CONSTRAINT IF EXISTS "inventory_grant_to_one";
ALTER TABLE "inventory_grant" ADD CONSTRAINT "inventory_grant_to_one" CHECK (num_nonnulls(user_id, group_id) = 1);

DROP TRIGGER IF EXISTS "grant_changed" ON "inventory_grant";
CREATE TRIGGER "grant_changed" AFTER INSERT OR UPDATE OR DELETE ON "inventory_grant" FOR EACH ROW EXECUTE FUNCTION grant_changed('inventory');

DROP TRIGGER IF EXISTS "granted_record_changed" ON "inventory";
CREATE TRIGGER "granted_record_changed" AFTER UPDATE OF live ON "inventory" FOR EACH ROW EXECUTE FUNCTION granted_record_changed('inventory');

ALTER TABLE "protocol_grant" DROP CONSTRAINT IF EXISTS "protocol_grant_to_one";
ALTER TABLE "protocol_grant" ADD CONSTRAINT "protocol_grant_to_one" CHECK (num_nonnulls(user_id, group_id) = 1);

DROP TRIGGER IF EXISTS "grant_changed" ON "protocol_grant";
CREATE TRIGGER "grant_changed" AFTER INSERT OR UPDATE OR DELETE ON "protocol_grant" FOR EACH ROW EXECUTE FUNCTION grant_changed('protocol');

DROP TRIGGER IF EXISTS "granted_record_changed" ON "protocol";
CREATE TRIGGER "granted_record_changed" AFTER UPDATE OF live ON "protocol" FOR EACH ROW EXECUTE FUNCTION granted_record_changed('protocol');

ALTER TABLE "license_grant" DROP CONSTRAINT IF EXISTS "license_grant_to_one";
ALTER TABLE "license_grant" ADD CONSTRAINT "license_grant_to_one" CHECK (num_nonnulls(user_id, group_id) = 1);

DROP TRIGGER IF EXISTS "grant_changed" ON "license_grant";
CREATE TRIGGER "grant_changed" AFTER INSERT OR UPDATE OR DELETE ON "license_grant" FOR EACH ROW EXECUTE FUNCTION grant_changed('license');

DROP TRIGGER IF EXISTS "granted_record_changed" ON "license";
CREATE TRIGGER "granted_record_changed" AFTER UPDATE OF live ON "license" FOR EACH ROW EXECUTE FUNCTION granted_record_changed('license');

DROP TRIGGER IF EXISTS "link_copies_source" ON "session_projects";
CREATE TRIGGER "link_copies_source" BEFORE INSERT ON "session_projects" FOR EACH ROW EXECUTE FUNCTION link_copies_source('session', 'name,date_time,created_at,updated_at', 'sort_name,sort_date_time,sort_created_at,sort_updated_at');

DROP TRIGGER IF EXISTS "source_to_links" ON "session";
CREATE TRIGGER "source_to_links" AFTER UPDATE ON "session" FOR EACH ROW EXECUTE FUNCTION source_to_links('session_projects', 'name,date_time,created_at,updated_at', 'sort_name,sort_date_time,sort_created_at,sort_updated_at');

CREATE INDEX IF NOT EXISTS "session_projects_title" ON "session_projects" (target_id, (lower(sort_name) COLLATE "C")) INCLUDE (source_id, sort_updated_at) WHERE live;

DROP TRIGGER IF EXISTS "link_copies_source" ON "subject_projects";
CREATE TRIGGER "link_copies_source" BEFORE INSERT ON "subject_projects" FOR EACH ROW EXECUTE FUNCTION link_copies_source('subject', 'name,birth_date,created_at,updated_at', 'sort_name,sort_birth_date,sort_created_at,sort_updated_at');

DROP TRIGGER IF EXISTS "source_to_links" ON "subject";
CREATE TRIGGER "source_to_links" AFTER UPDATE ON "subject" FOR EACH ROW EXECUTE FUNCTION source_to_links('subject_projects', 'name,birth_date,created_at,updated_at', 'sort_name,sort_birth_date,sort_created_at,sort_updated_at');

CREATE INDEX IF NOT EXISTS "subject_projects_title" ON "subject_projects" (target_id, (lower(sort_name) COLLATE "C")) INCLUDE (source_id, sort_updated_at) WHERE live;

CREATE INDEX IF NOT EXISTS "session_deletion" ON "session" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "subject_deletion" ON "subject" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "project_deletion" ON "project" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "collection_deletion" ON "collection" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "cohort_deletion" ON "cohort" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "breeding_deletion" ON "breeding" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "procedure_deletion" ON "procedure" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "subjectlog_deletion" ON "subjectlog" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "procedurelog_deletion" ON "procedurelog" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "sessionsubject_deletion" ON "sessionsubject" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "recordingfiles_deletion" ON "recordingfiles" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "epoch_deletion" ON "epoch" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "behavior_deletion" ON "behavior" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "dataacquisition_deletion" ON "dataacquisition" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "manipulation_deletion" ON "manipulation" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "setup_deletion" ON "setup" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "equipment_deletion" ON "equipment" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "behavioralassay_deletion" ON "behavioralassay" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "datastorage_deletion" ON "datastorage" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "inventory_deletion" ON "inventory" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "consumablestock_deletion" ON "consumablestock" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "protocol_deletion" ON "protocol" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "license_deletion" ON "license" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "species_deletion" ON "species" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "strain_deletion" ON "strain" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "setuptype_deletion" ON "setuptype" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "behavioralcategory_deletion" ON "behavioralcategory" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "behavioralparadigm_deletion" ON "behavioralparadigm" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "brainregion_deletion" ON "brainregion" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "supplier_deletion" ON "supplier" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "consumable_deletion" ON "consumable" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "hardwaredevice_deletion" ON "hardwaredevice" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "regulatoryauthority_deletion" ON "regulatoryauthority" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "journal_deletion" ON "journal" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "publication_deletion" ON "publication" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "user_deletion" ON "user" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "group_deletion" ON "group" (deletion) WHERE deletion IS NOT NULL;
CREATE INDEX IF NOT EXISTS "laboratory_deletion" ON "laboratory" (deletion) WHERE deletion IS NOT NULL;

ALTER TABLE "session" DROP CONSTRAINT IF EXISTS "session_live";
ALTER TABLE "session" ADD CONSTRAINT "session_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "subject" DROP CONSTRAINT IF EXISTS "subject_live";
ALTER TABLE "subject" ADD CONSTRAINT "subject_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "project" DROP CONSTRAINT IF EXISTS "project_live";
ALTER TABLE "project" ADD CONSTRAINT "project_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "collection" DROP CONSTRAINT IF EXISTS "collection_live";
ALTER TABLE "collection" ADD CONSTRAINT "collection_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "cohort" DROP CONSTRAINT IF EXISTS "cohort_live";
ALTER TABLE "cohort" ADD CONSTRAINT "cohort_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "breeding" DROP CONSTRAINT IF EXISTS "breeding_live";
ALTER TABLE "breeding" ADD CONSTRAINT "breeding_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "procedure" DROP CONSTRAINT IF EXISTS "procedure_live";
ALTER TABLE "procedure" ADD CONSTRAINT "procedure_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "subjectlog" DROP CONSTRAINT IF EXISTS "subjectlog_live";
ALTER TABLE "subjectlog" ADD CONSTRAINT "subjectlog_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "procedurelog" DROP CONSTRAINT IF EXISTS "procedurelog_live";
ALTER TABLE "procedurelog" ADD CONSTRAINT "procedurelog_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

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

ALTER TABLE "inventory" DROP CONSTRAINT IF EXISTS "inventory_live";
ALTER TABLE "inventory" ADD CONSTRAINT "inventory_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "consumablestock" DROP CONSTRAINT IF EXISTS "consumablestock_live";
ALTER TABLE "consumablestock" ADD CONSTRAINT "consumablestock_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "protocol" DROP CONSTRAINT IF EXISTS "protocol_live";
ALTER TABLE "protocol" ADD CONSTRAINT "protocol_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "license" DROP CONSTRAINT IF EXISTS "license_live";
ALTER TABLE "license" ADD CONSTRAINT "license_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

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

ALTER TABLE "supplier" DROP CONSTRAINT IF EXISTS "supplier_live";
ALTER TABLE "supplier" ADD CONSTRAINT "supplier_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "consumable" DROP CONSTRAINT IF EXISTS "consumable_live";
ALTER TABLE "consumable" ADD CONSTRAINT "consumable_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "hardwaredevice" DROP CONSTRAINT IF EXISTS "hardwaredevice_live";
ALTER TABLE "hardwaredevice" ADD CONSTRAINT "hardwaredevice_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "regulatoryauthority" DROP CONSTRAINT IF EXISTS "regulatoryauthority_live";
ALTER TABLE "regulatoryauthority" ADD CONSTRAINT "regulatoryauthority_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "journal" DROP CONSTRAINT IF EXISTS "journal_live";
ALTER TABLE "journal" ADD CONSTRAINT "journal_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "publication" DROP CONSTRAINT IF EXISTS "publication_live";
ALTER TABLE "publication" ADD CONSTRAINT "publication_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "user" DROP CONSTRAINT IF EXISTS "user_live";
ALTER TABLE "user" ADD CONSTRAINT "user_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "group" DROP CONSTRAINT IF EXISTS "group_live";
ALTER TABLE "group" ADD CONSTRAINT "group_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "laboratory" DROP CONSTRAINT IF EXISTS "laboratory_live";
ALTER TABLE "laboratory" ADD CONSTRAINT "laboratory_live" CHECK ((live IS NULL) = (deleted_at IS NOT NULL) AND live IS NOT FALSE);

ALTER TABLE "epoch" DROP CONSTRAINT IF EXISTS "epoch_ends_after_start";
ALTER TABLE "epoch" ADD CONSTRAINT "epoch_ends_after_start" CHECK ("end" >= "start");

CREATE INDEX IF NOT EXISTS "session_datastorage_id" ON "session_datastorage" ((md5(source_id::text || target_id::text)::uuid));

DROP VIEW IF EXISTS "sessiondatastorage";
CREATE VIEW "sessiondatastorage" AS SELECT md5(l.source_id::text || l.target_id::text)::uuid AS id, l.source_id AS session_id, l.target_id AS datastorage_id, l.position AS "order", s.created_at, s.created_by, s.updated_at, s.updated_by, s.version, s.deleted_at, s.deletion, s.live
  FROM session_datastorage l JOIN session s ON s.id = l.source_id;

DROP VIEW IF EXISTS "projectmembershipinvitation";
CREATE VIEW "projectmembershipinvitation" AS SELECT i.id, i.invitee_id, i.record_id AS project_id, i.level >= 2 AS can_change, i.level >= 3 AS manage_project, i.level >= 4 AS own_project, i.message, i.email, i.expires_at, i.created_at, i.invited_by AS created_by, i.created_at AS updated_at, i.invited_by AS updated_by, 1 AS version, NULL::timestamptz AS deleted_at, NULL::uuid AS deletion, true AS live
  FROM invitation i WHERE i.status = 'pending' AND i.expires_at > now() AND i.model = 'project' AND i.kind = 'invitation' AND i.group_id IS NULL;

DROP VIEW IF EXISTS "projectgroupmembershipinvitation";
CREATE VIEW "projectgroupmembershipinvitation" AS SELECT i.id, i.group_id AS invitee_id, i.record_id AS project_id, i.level >= 2 AS can_change, i.level >= 3 AS manage_project, i.level >= 4 AS own_project, i.message, i.email, i.expires_at, i.created_at, i.invited_by AS created_by, i.created_at AS updated_at, i.invited_by AS updated_by, 1 AS version, NULL::timestamptz AS deleted_at, NULL::uuid AS deletion, true AS live
  FROM invitation i WHERE i.status = 'pending' AND i.expires_at > now() AND i.model = 'project' AND i.kind = 'invitation' AND i.group_id IS NOT NULL;

DROP VIEW IF EXISTS "groupmembershipinvitation";
CREATE VIEW "groupmembershipinvitation" AS SELECT i.id, i.invitee_id AS user_account_invitation_id, i.record_id AS authgroup_id, i.level >= 3 AS new_manager, i.level >= 4 AS new_owner, i.message, i.email, i.expires_at, i.created_at, i.invited_by AS created_by, i.created_at AS updated_at, i.invited_by AS updated_by, 1 AS version, NULL::timestamptz AS deleted_at, NULL::uuid AS deletion, true AS live
  FROM invitation i WHERE i.status = 'pending' AND i.expires_at > now() AND i.model = 'group' AND i.kind = 'invitation';

DROP VIEW IF EXISTS "groupmembershiprequest";
CREATE VIEW "groupmembershiprequest" AS SELECT i.id, i.invitee_id AS user_account_request_id, i.record_id AS authgroup_id, i.message, i.email, i.expires_at, i.created_at, i.invited_by AS created_by, i.created_at AS updated_at, i.invited_by AS updated_by, 1 AS version, NULL::timestamptz AS deleted_at, NULL::uuid AS deletion, true AS live
  FROM invitation i WHERE i.status = 'pending' AND i.expires_at > now() AND i.model = 'group' AND i.kind = 'request';

DROP VIEW IF EXISTS "speciesapproval";
CREATE VIEW "speciesapproval" AS SELECT p.id, CASE WHEN p.changes ? 'name' THEN (p.changes->>'name') ELSE r."name" END AS "name", CASE WHEN p.changes ? 'description' THEN (p.changes->>'description') ELSE r."description" END AS "description", CASE WHEN p.changes ? 'popular_name' THEN (p.changes->>'popular_name') ELSE r."popular_name" END AS "popular_name", CASE WHEN p.changes ? 'appearance' THEN (p.changes->>'appearance') ELSE r."appearance" END AS "appearance", CASE WHEN p.changes ? 'rrid' THEN (p.changes->>'rrid') ELSE r."rrid" END AS "rrid", CASE WHEN p.changes ? 'external_identifiers' THEN NULLIF(p.changes->'external_identifiers', 'null'::jsonb) ELSE r."external_identifiers" END AS "external_identifiers", CASE WHEN p.changes ? 'comments' THEN (p.changes->>'comments') ELSE r."comments" END AS "comments", CASE WHEN p.action = 'change' THEN p.record_id END AS instance_id_id, p.record_id, initcap(p.action) AS action, p.reviewed_by AS reviewer_id, initcap(p.status) AS status, p.review, p.created_at, p.proposed_by AS created_by, coalesce(p.decided_at, p.created_at) AS updated_at, coalesce(p.reviewed_by, p.proposed_by) AS updated_by, CASE WHEN p.status = 'pending' THEN 1 ELSE 2 END AS version, NULL::timestamptz AS deleted_at, NULL::uuid AS deletion, true AS live
  FROM proposal p JOIN "species" r ON r.id = p.record_id WHERE p.model = 'species';

DROP VIEW IF EXISTS "strainapproval";
CREATE VIEW "strainapproval" AS SELECT p.id, CASE WHEN p.changes ? 'name' THEN (p.changes->>'name') ELSE r."name" END AS "name", CASE WHEN p.changes ? 'description' THEN (p.changes->>'description') ELSE r."description" END AS "description", CASE WHEN p.changes ? 'species' THEN (p.changes->>'species')::uuid ELSE r."species_id" END AS "species_id", CASE WHEN p.changes ? 'popular_name' THEN (p.changes->>'popular_name') ELSE r."popular_name" END AS "popular_name", CASE WHEN p.changes ? 'breeding' THEN (p.changes->>'breeding') ELSE r."breeding" END AS "breeding", CASE WHEN p.changes ? 'appearance' THEN (p.changes->>'appearance') ELSE r."appearance" END AS "appearance", CASE WHEN p.changes ? 'rrid' THEN (p.changes->>'rrid') ELSE r."rrid" END AS "rrid", CASE WHEN p.changes ? 'external_identifiers' THEN NULLIF(p.changes->'external_identifiers', 'null'::jsonb) ELSE r."external_identifiers" END AS "external_identifiers", CASE WHEN p.changes ? 'comments' THEN (p.changes->>'comments') ELSE r."comments" END AS "comments", CASE WHEN p.action = 'change' THEN p.record_id END AS instance_id_id, p.record_id, initcap(p.action) AS action, p.reviewed_by AS reviewer_id, initcap(p.status) AS status, p.review, p.created_at, p.proposed_by AS created_by, coalesce(p.decided_at, p.created_at) AS updated_at, coalesce(p.reviewed_by, p.proposed_by) AS updated_by, CASE WHEN p.status = 'pending' THEN 1 ELSE 2 END AS version, NULL::timestamptz AS deleted_at, NULL::uuid AS deletion, true AS live
  FROM proposal p JOIN "strain" r ON r.id = p.record_id WHERE p.model = 'strain';

DROP VIEW IF EXISTS "setuptypeapproval";
CREATE VIEW "setuptypeapproval" AS SELECT p.id, CASE WHEN p.changes ? 'name' THEN (p.changes->>'name') ELSE r."name" END AS "name", CASE WHEN p.changes ? 'description' THEN (p.changes->>'description') ELSE r."description" END AS "description", CASE WHEN p.changes ? 'category' THEN (p.changes->>'category') ELSE r."category" END AS "category", CASE WHEN p.changes ? 'comments' THEN (p.changes->>'comments') ELSE r."comments" END AS "comments", CASE WHEN p.action = 'change' THEN p.record_id END AS instance_id_id, p.record_id, initcap(p.action) AS action, p.reviewed_by AS reviewer_id, initcap(p.status) AS status, p.review, p.created_at, p.proposed_by AS created_by, coalesce(p.decided_at, p.created_at) AS updated_at, coalesce(p.reviewed_by, p.proposed_by) AS updated_by, CASE WHEN p.status = 'pending' THEN 1 ELSE 2 END AS version, NULL::timestamptz AS deleted_at, NULL::uuid AS deletion, true AS live
  FROM proposal p JOIN "setuptype" r ON r.id = p.record_id WHERE p.model = 'setuptype';

DROP VIEW IF EXISTS "behavioralcategoryapproval";
CREATE VIEW "behavioralcategoryapproval" AS SELECT p.id, CASE WHEN p.changes ? 'name' THEN (p.changes->>'name') ELSE r."name" END AS "name", CASE WHEN p.changes ? 'description' THEN (p.changes->>'description') ELSE r."description" END AS "description", CASE WHEN p.changes ? 'parent' THEN (p.changes->>'parent')::uuid ELSE r."parent_id" END AS "parent_id", CASE WHEN p.changes ? 'comments' THEN (p.changes->>'comments') ELSE r."comments" END AS "comments", CASE WHEN p.action = 'change' THEN p.record_id END AS instance_id_id, p.record_id, initcap(p.action) AS action, p.reviewed_by AS reviewer_id, initcap(p.status) AS status, p.review, p.created_at, p.proposed_by AS created_by, coalesce(p.decided_at, p.created_at) AS updated_at, coalesce(p.reviewed_by, p.proposed_by) AS updated_by, CASE WHEN p.status = 'pending' THEN 1 ELSE 2 END AS version, NULL::timestamptz AS deleted_at, NULL::uuid AS deletion, true AS live
  FROM proposal p JOIN "behavioralcategory" r ON r.id = p.record_id WHERE p.model = 'behavioralcategory';

DROP VIEW IF EXISTS "behavioralparadigmapproval";
CREATE VIEW "behavioralparadigmapproval" AS SELECT p.id, CASE WHEN p.changes ? 'name' THEN (p.changes->>'name') ELSE r."name" END AS "name", CASE WHEN p.changes ? 'description' THEN (p.changes->>'description') ELSE r."description" END AS "description", CASE WHEN p.changes ? 'category' THEN (p.changes->>'category')::uuid ELSE r."category_id" END AS "category_id", CASE WHEN p.changes ? 'original_publication' THEN (p.changes->>'original_publication') ELSE r."original_publication" END AS "original_publication", CASE WHEN p.changes ? 'reference_url' THEN (p.changes->>'reference_url') ELSE r."reference_url" END AS "reference_url", CASE WHEN p.changes ? 'rrid' THEN (p.changes->>'rrid') ELSE r."rrid" END AS "rrid", CASE WHEN p.changes ? 'external_identifiers' THEN NULLIF(p.changes->'external_identifiers', 'null'::jsonb) ELSE r."external_identifiers" END AS "external_identifiers", CASE WHEN p.changes ? 'comments' THEN (p.changes->>'comments') ELSE r."comments" END AS "comments", CASE WHEN p.action = 'change' THEN p.record_id END AS instance_id_id, p.record_id, initcap(p.action) AS action, p.reviewed_by AS reviewer_id, initcap(p.status) AS status, p.review, p.created_at, p.proposed_by AS created_by, coalesce(p.decided_at, p.created_at) AS updated_at, coalesce(p.reviewed_by, p.proposed_by) AS updated_by, CASE WHEN p.status = 'pending' THEN 1 ELSE 2 END AS version, NULL::timestamptz AS deleted_at, NULL::uuid AS deletion, true AS live
  FROM proposal p JOIN "behavioralparadigm" r ON r.id = p.record_id WHERE p.model = 'behavioralparadigm';

DROP VIEW IF EXISTS "behavioralparadigmapproval_species";
CREATE VIEW "behavioralparadigmapproval_species" AS SELECT p.id AS source_id, t.id::uuid AS target_id, (t.place - 1)::integer AS position
  FROM proposal p CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN p.changes ? 'species' THEN p.changes->'species'
    ELSE (SELECT coalesce(jsonb_agg(l.target_id ORDER BY l.position), '[]') FROM "behavioralparadigm_species" l WHERE l.source_id = p.record_id) END) WITH ORDINALITY AS t(id, place)
  WHERE p.model = 'behavioralparadigm';

DROP VIEW IF EXISTS "supplierapproval";
CREATE VIEW "supplierapproval" AS SELECT p.id, CASE WHEN p.changes ? 'name' THEN (p.changes->>'name') ELSE r."name" END AS "name", CASE WHEN p.changes ? 'description' THEN (p.changes->>'description') ELSE r."description" END AS "description", CASE WHEN p.changes ? 'website' THEN (p.changes->>'website') ELSE r."website" END AS "website", CASE WHEN p.changes ? 'comments' THEN (p.changes->>'comments') ELSE r."comments" END AS "comments", CASE WHEN p.action = 'change' THEN p.record_id END AS instance_id_id, p.record_id, initcap(p.action) AS action, p.reviewed_by AS reviewer_id, initcap(p.status) AS status, p.review, p.created_at, p.proposed_by AS created_by, coalesce(p.decided_at, p.created_at) AS updated_at, coalesce(p.reviewed_by, p.proposed_by) AS updated_by, CASE WHEN p.status = 'pending' THEN 1 ELSE 2 END AS version, NULL::timestamptz AS deleted_at, NULL::uuid AS deletion, true AS live
  FROM proposal p JOIN "supplier" r ON r.id = p.record_id WHERE p.model = 'supplier';

DROP VIEW IF EXISTS "consumableapproval";
CREATE VIEW "consumableapproval" AS SELECT p.id, CASE WHEN p.changes ? 'name' THEN (p.changes->>'name') ELSE r."name" END AS "name", CASE WHEN p.changes ? 'description' THEN (p.changes->>'description') ELSE r."description" END AS "description", CASE WHEN p.changes ? 'supplier' THEN (p.changes->>'supplier')::uuid ELSE r."supplier_id" END AS "supplier_id", CASE WHEN p.changes ? 'type' THEN (p.changes->>'type') ELSE r."type" END AS "type", CASE WHEN p.changes ? 'details' THEN NULLIF(p.changes->'details', 'null'::jsonb) ELSE r."details" END AS "details", CASE WHEN p.changes ? 'type_schema_version' THEN (p.changes->>'type_schema_version') ELSE r."type_schema_version" END AS "type_schema_version", CASE WHEN p.changes ? 'rrid' THEN (p.changes->>'rrid') ELSE r."rrid" END AS "rrid", CASE WHEN p.changes ? 'external_identifiers' THEN NULLIF(p.changes->'external_identifiers', 'null'::jsonb) ELSE r."external_identifiers" END AS "external_identifiers", CASE WHEN p.changes ? 'comments' THEN (p.changes->>'comments') ELSE r."comments" END AS "comments", CASE WHEN p.action = 'change' THEN p.record_id END AS instance_id_id, p.record_id, initcap(p.action) AS action, p.reviewed_by AS reviewer_id, initcap(p.status) AS status, p.review, p.created_at, p.proposed_by AS created_by, coalesce(p.decided_at, p.created_at) AS updated_at, coalesce(p.reviewed_by, p.proposed_by) AS updated_by, CASE WHEN p.status = 'pending' THEN 1 ELSE 2 END AS version, NULL::timestamptz AS deleted_at, NULL::uuid AS deletion, true AS live
  FROM proposal p JOIN "consumable" r ON r.id = p.record_id WHERE p.model = 'consumable';

DROP VIEW IF EXISTS "hardwaredeviceapproval";
CREATE VIEW "hardwaredeviceapproval" AS SELECT p.id, CASE WHEN p.changes ? 'name' THEN (p.changes->>'name') ELSE r."name" END AS "name", CASE WHEN p.changes ? 'description' THEN (p.changes->>'description') ELSE r."description" END AS "description", CASE WHEN p.changes ? 'supplier' THEN (p.changes->>'supplier')::uuid ELSE r."supplier_id" END AS "supplier_id", CASE WHEN p.changes ? 'rrid' THEN (p.changes->>'rrid') ELSE r."rrid" END AS "rrid", CASE WHEN p.changes ? 'external_identifiers' THEN NULLIF(p.changes->'external_identifiers', 'null'::jsonb) ELSE r."external_identifiers" END AS "external_identifiers", CASE WHEN p.changes ? 'comments' THEN (p.changes->>'comments') ELSE r."comments" END AS "comments", CASE WHEN p.action = 'change' THEN p.record_id END AS instance_id_id, p.record_id, initcap(p.action) AS action, p.reviewed_by AS reviewer_id, initcap(p.status) AS status, p.review, p.created_at, p.proposed_by AS created_by, coalesce(p.decided_at, p.created_at) AS updated_at, coalesce(p.reviewed_by, p.proposed_by) AS updated_by, CASE WHEN p.status = 'pending' THEN 1 ELSE 2 END AS version, NULL::timestamptz AS deleted_at, NULL::uuid AS deletion, true AS live
  FROM proposal p JOIN "hardwaredevice" r ON r.id = p.record_id WHERE p.model = 'hardwaredevice';

DROP VIEW IF EXISTS "regulatoryauthorityapproval";
CREATE VIEW "regulatoryauthorityapproval" AS SELECT p.id, CASE WHEN p.changes ? 'name' THEN (p.changes->>'name') ELSE r."name" END AS "name", CASE WHEN p.changes ? 'abbreviation' THEN (p.changes->>'abbreviation') ELSE r."abbreviation" END AS "abbreviation", CASE WHEN p.changes ? 'country' THEN (p.changes->>'country') ELSE r."country" END AS "country", CASE WHEN p.changes ? 'authority_type' THEN (p.changes->>'authority_type') ELSE r."authority_type" END AS "authority_type", CASE WHEN p.changes ? 'website' THEN (p.changes->>'website') ELSE r."website" END AS "website", CASE WHEN p.changes ? 'description' THEN (p.changes->>'description') ELSE r."description" END AS "description", CASE WHEN p.changes ? 'is_active' THEN (p.changes->>'is_active')::boolean ELSE r."is_active" END AS "is_active", CASE WHEN p.changes ? 'comments' THEN (p.changes->>'comments') ELSE r."comments" END AS "comments", CASE WHEN p.action = 'change' THEN p.record_id END AS instance_id_id, p.record_id, initcap(p.action) AS action, p.reviewed_by AS reviewer_id, initcap(p.status) AS status, p.review, p.created_at, p.proposed_by AS created_by, coalesce(p.decided_at, p.created_at) AS updated_at, coalesce(p.reviewed_by, p.proposed_by) AS updated_by, CASE WHEN p.status = 'pending' THEN 1 ELSE 2 END AS version, NULL::timestamptz AS deleted_at, NULL::uuid AS deletion, true AS live
  FROM proposal p JOIN "regulatoryauthority" r ON r.id = p.record_id WHERE p.model = 'regulatoryauthority';

DROP VIEW IF EXISTS "journalapproval";
CREATE VIEW "journalapproval" AS SELECT p.id, CASE WHEN p.changes ? 'name' THEN (p.changes->>'name') ELSE r."name" END AS "name", CASE WHEN p.changes ? 'description' THEN (p.changes->>'description') ELSE r."description" END AS "description", CASE WHEN p.changes ? 'website' THEN (p.changes->>'website') ELSE r."website" END AS "website", CASE WHEN p.changes ? 'comments' THEN (p.changes->>'comments') ELSE r."comments" END AS "comments", CASE WHEN p.action = 'change' THEN p.record_id END AS instance_id_id, p.record_id, initcap(p.action) AS action, p.reviewed_by AS reviewer_id, initcap(p.status) AS status, p.review, p.created_at, p.proposed_by AS created_by, coalesce(p.decided_at, p.created_at) AS updated_at, coalesce(p.reviewed_by, p.proposed_by) AS updated_by, CASE WHEN p.status = 'pending' THEN 1 ELSE 2 END AS version, NULL::timestamptz AS deleted_at, NULL::uuid AS deletion, true AS live
  FROM proposal p JOIN "journal" r ON r.id = p.record_id WHERE p.model = 'journal';

DROP VIEW IF EXISTS "publicationapproval";
CREATE VIEW "publicationapproval" AS SELECT p.id, CASE WHEN p.changes ? 'title' THEN (p.changes->>'title') ELSE r."title" END AS "title", CASE WHEN p.changes ? 'authors' THEN (p.changes->>'authors') ELSE r."authors" END AS "authors", CASE WHEN p.changes ? 'journal' THEN (p.changes->>'journal')::uuid ELSE r."journal_id" END AS "journal_id", CASE WHEN p.changes ? 'abstract' THEN (p.changes->>'abstract') ELSE r."abstract" END AS "abstract", CASE WHEN p.changes ? 'volume' THEN (p.changes->>'volume') ELSE r."volume" END AS "volume", CASE WHEN p.changes ? 'doi' THEN (p.changes->>'doi') ELSE r."doi" END AS "doi", CASE WHEN p.changes ? 'publication_url' THEN (p.changes->>'publication_url') ELSE r."publication_url" END AS "publication_url", CASE WHEN p.changes ? 'pdf_url' THEN (p.changes->>'pdf_url') ELSE r."pdf_url" END AS "pdf_url", CASE WHEN p.changes ? 'publication_date' THEN (p.changes->>'publication_date')::date ELSE r."publication_date" END AS "publication_date", CASE WHEN p.changes ? 'comments' THEN (p.changes->>'comments') ELSE r."comments" END AS "comments", CASE WHEN p.action = 'change' THEN p.record_id END AS instance_id_id, p.record_id, initcap(p.action) AS action, p.reviewed_by AS reviewer_id, initcap(p.status) AS status, p.review, p.created_at, p.proposed_by AS created_by, coalesce(p.decided_at, p.created_at) AS updated_at, coalesce(p.reviewed_by, p.proposed_by) AS updated_by, CASE WHEN p.status = 'pending' THEN 1 ELSE 2 END AS version, NULL::timestamptz AS deleted_at, NULL::uuid AS deletion, true AS live
  FROM proposal p JOIN "publication" r ON r.id = p.record_id WHERE p.model = 'publication';
