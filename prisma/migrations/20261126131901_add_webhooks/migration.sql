DROP VIEW IF EXISTS "sessiondatastorage";
DROP VIEW IF EXISTS "projectmembershipinvitation";
DROP VIEW IF EXISTS "projectgroupmembershipinvitation";
DROP VIEW IF EXISTS "groupmembershipinvitation";
DROP VIEW IF EXISTS "groupmembershiprequest";
DROP VIEW IF EXISTS "speciesapproval";
DROP VIEW IF EXISTS "strainapproval";
DROP VIEW IF EXISTS "setuptypeapproval";
DROP VIEW IF EXISTS "behavioralcategoryapproval";
DROP VIEW IF EXISTS "behavioralparadigmapproval";
DROP VIEW IF EXISTS "behavioralparadigmapproval_species";
DROP VIEW IF EXISTS "supplierapproval";
DROP VIEW IF EXISTS "consumableapproval";
DROP VIEW IF EXISTS "hardwaredeviceapproval";
DROP VIEW IF EXISTS "regulatoryauthorityapproval";
DROP VIEW IF EXISTS "journalapproval";
DROP VIEW IF EXISTS "publicationapproval";

-- CreateTable
CREATE TABLE "webhook" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT[],
    "project_id" UUID,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "off_reason" TEXT,
    "failing_since" TIMESTAMPTZ(3),
    "secret" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_event" (
    "id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "name" TEXT,
    "webhook_ids" UUID[],
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL,
    "webhook_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "model" TEXT,
    "record_id" UUID,
    "name" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "reason" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "queued_at" TIMESTAMPTZ(3),
    "claimed_until" TIMESTAMPTZ(3),
    "body" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_attempt" (
    "id" BIGSERIAL NOT NULL,
    "delivery_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "duration_ms" INTEGER NOT NULL,
    "status" INTEGER,
    "error" TEXT,
    "response" TEXT,

    CONSTRAINT "webhook_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "webhook_user_id_idx" ON "webhook"("user_id");

-- CreateIndex
CREATE INDEX "webhook_is_active_idx" ON "webhook"("is_active");

-- CreateIndex
CREATE INDEX "webhook_project_id_idx" ON "webhook"("project_id");

-- CreateIndex
CREATE INDEX "webhook_delivery_webhook_id_id_idx" ON "webhook_delivery"("webhook_id", "id");

-- CreateIndex
CREATE INDEX "webhook_delivery_state_queued_at_idx" ON "webhook_delivery"("state", "queued_at");

-- CreateIndex
CREATE INDEX "webhook_delivery_created_at_idx" ON "webhook_delivery"("created_at");

-- CreateIndex
CREATE INDEX "webhook_attempt_delivery_id_id_idx" ON "webhook_attempt"("delivery_id", "id");

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "webhook_attempt" ADD CONSTRAINT "webhook_attempt_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "webhook_delivery"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

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
