CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "account" (
    "user_id" UUID NOT NULL,
    "password_hash" TEXT,
    "session_epoch" INTEGER NOT NULL DEFAULT 1,
    "is_superuser" BOOLEAN NOT NULL DEFAULT false,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "last_sign_in_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "access_token" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "hint" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "model" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "invitee_id" UUID,
    "level" INTEGER NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'pending',
    "secret_hash" BYTEA,
    "invited_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal" (
    "id" UUID NOT NULL,
    "model" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "comments" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'pending',
    "proposed_by" UUID NOT NULL,
    "reviewed_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_log" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" UUID,
    "via" TEXT NOT NULL,
    "token_id" UUID,
    "elevated" BOOLEAN NOT NULL DEFAULT false,
    "model" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "request_id" TEXT,

    CONSTRAINT "audit_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "date_time" TIMESTAMPTZ(3),
    "experimenter" TEXT NOT NULL DEFAULT '',
    "experimenter_user_id" UUID,
    "extra_fields" JSONB NOT NULL DEFAULT '{}',
    "download_links" JSONB NOT NULL DEFAULT '[]',
    "name_used_in_storage" TEXT NOT NULL DEFAULT '',
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deletion" UUID,
    "live" BOOLEAN DEFAULT true,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_projects" (
    "source_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "live" BOOLEAN DEFAULT true,
    "sort_name" TEXT,
    "sort_date_time" TIMESTAMPTZ(3),
    "sort_created_at" TIMESTAMPTZ(3),
    "sort_updated_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_projects_pkey" PRIMARY KEY ("source_id","target_id")
);

-- CreateTable
CREATE TABLE "session_datastorage" (
    "source_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "session_datastorage_pkey" PRIMARY KEY ("source_id","target_id")
);

-- CreateTable
CREATE TABLE "subject" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "strain_id" UUID NOT NULL,
    "sex" TEXT NOT NULL,
    "genetic_line" TEXT NOT NULL DEFAULT '',
    "genotype" TEXT NOT NULL DEFAULT '',
    "subject_identifier" TEXT NOT NULL DEFAULT '',
    "birth_date" DATE,
    "death_date" DATE,
    "status" TEXT NOT NULL DEFAULT 'active',
    "extra_fields" JSONB NOT NULL DEFAULT '{}',
    "name_used_in_storage" TEXT NOT NULL DEFAULT '',
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deletion" UUID,
    "live" BOOLEAN DEFAULT true,

    CONSTRAINT "subject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subject_projects" (
    "source_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "live" BOOLEAN DEFAULT true,
    "sort_name" TEXT,
    "sort_birth_date" DATE,
    "sort_created_at" TIMESTAMPTZ(3),
    "sort_updated_at" TIMESTAMPTZ(3),

    CONSTRAINT "subject_projects_pkey" PRIMARY KEY ("source_id","target_id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "name_used_in_storage" TEXT NOT NULL DEFAULT '',
    "download_links" JSONB NOT NULL DEFAULT '[]',
    "user_roles" JSONB NOT NULL DEFAULT '[]',
    "extra_fields" JSONB NOT NULL DEFAULT '{}',
    "is_public" BOOLEAN NOT NULL DEFAULT false,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deletion" UUID,
    "live" BOOLEAN DEFAULT true,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_grant" (
    "id" BIGSERIAL NOT NULL,
    "record_id" UUID NOT NULL,
    "user_id" UUID,
    "group_id" UUID,
    "level" INTEGER NOT NULL,

    CONSTRAINT "project_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_access" (
    "user_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "level" INTEGER NOT NULL,

    CONSTRAINT "project_access_pkey" PRIMARY KEY ("user_id","record_id")
);

-- CreateTable
CREATE TABLE "procedure" (
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "notes" TEXT NOT NULL DEFAULT '',
    "subject_id" UUID NOT NULL,
    "date_time" TIMESTAMPTZ(3),
    "brain_region_id" UUID,
    "details" JSONB,
    "type_schema_version" TEXT NOT NULL DEFAULT '',
    "coordinates_system" TEXT NOT NULL,
    "coordinates_details" JSONB,
    "coordinates_schema_version" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deletion" UUID,
    "live" BOOLEAN DEFAULT true,

    CONSTRAINT "procedure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "procedure_equipment" (
    "source_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "procedure_equipment_pkey" PRIMARY KEY ("source_id","target_id")
);

-- CreateTable
CREATE TABLE "sessionsubject" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "age" TEXT NOT NULL DEFAULT '',
    "weight" DOUBLE PRECISION,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deletion" UUID,
    "live" BOOLEAN DEFAULT true,

    CONSTRAINT "sessionsubject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recordingfiles" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "bpod_path" TEXT NOT NULL DEFAULT '',
    "bpod_order" TEXT NOT NULL DEFAULT '',
    "bpod_continuous_time" BOOLEAN NOT NULL DEFAULT true,
    "trial_types" JSONB NOT NULL DEFAULT '[]',
    "ttls" JSONB NOT NULL DEFAULT '[]',
    "cameras" JSONB NOT NULL DEFAULT '[]',
    "as_written" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deletion" UUID,
    "live" BOOLEAN DEFAULT true,

    CONSTRAINT "recordingfiles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "epoch" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "session_id" UUID NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "behavior_id" UUID,
    "dataacquisition_id" UUID,
    "manipulation_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deletion" UUID,
    "live" BOOLEAN DEFAULT true,

    CONSTRAINT "epoch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "behavior" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "setup_id" UUID NOT NULL,
    "behavioralassay_id" UUID NOT NULL,
    "notes" TEXT NOT NULL DEFAULT '',
    "order" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deletion" UUID,
    "live" BOOLEAN DEFAULT true,

    CONSTRAINT "behavior_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "behavior_subjects" (
    "source_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "behavior_subjects_pkey" PRIMARY KEY ("source_id","target_id")
);

-- CreateTable
CREATE TABLE "dataacquisition" (
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "notes" TEXT NOT NULL DEFAULT '',
    "session_id" UUID NOT NULL,
    "details" JSONB,
    "type_schema_version" TEXT NOT NULL DEFAULT '',
    "image" TEXT,
    "order" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deletion" UUID,
    "live" BOOLEAN DEFAULT true,

    CONSTRAINT "dataacquisition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dataacquisition_procedures" (
    "source_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "dataacquisition_procedures_pkey" PRIMARY KEY ("source_id","target_id")
);

-- CreateTable
CREATE TABLE "dataacquisition_equipment" (
    "source_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "dataacquisition_equipment_pkey" PRIMARY KEY ("source_id","target_id")
);

-- CreateTable
CREATE TABLE "manipulation" (
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "notes" TEXT NOT NULL DEFAULT '',
    "session_id" UUID NOT NULL,
    "details" JSONB,
    "type_schema_version" TEXT NOT NULL DEFAULT '',
    "order" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deletion" UUID,
    "live" BOOLEAN DEFAULT true,

    CONSTRAINT "manipulation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "manipulation_procedures" (
    "source_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "manipulation_procedures_pkey" PRIMARY KEY ("source_id","target_id")
);

-- CreateTable
CREATE TABLE "manipulation_equipment" (
    "source_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "manipulation_equipment_pkey" PRIMARY KEY ("source_id","target_id")
);

-- CreateTable
CREATE TABLE "setup" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "location" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "setup_type_id" UUID NOT NULL,
    "specifications" JSONB NOT NULL DEFAULT '[]',
    "image" TEXT,
    "is_public" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deletion" UUID,
    "live" BOOLEAN DEFAULT true,

    CONSTRAINT "setup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setup_grant" (
    "id" BIGSERIAL NOT NULL,
    "record_id" UUID NOT NULL,
    "user_id" UUID,
    "group_id" UUID,
    "level" INTEGER NOT NULL,

    CONSTRAINT "setup_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setup_access" (
    "user_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "level" INTEGER NOT NULL,

    CONSTRAINT "setup_access_pkey" PRIMARY KEY ("user_id","record_id")
);

-- CreateTable
CREATE TABLE "equipment" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "notes" TEXT NOT NULL DEFAULT '',
    "setup_id" UUID NOT NULL,
    "date_time" TIMESTAMPTZ(3),
    "details" JSONB,
    "type_schema_version" TEXT NOT NULL DEFAULT '',
    "coordinates_system" TEXT NOT NULL,
    "coordinates_details" JSONB,
    "coordinates_schema_version" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deletion" UUID,
    "live" BOOLEAN DEFAULT true,

    CONSTRAINT "equipment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "behavioralassay" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "setup_type_id" UUID NOT NULL,
    "behavioral_paradigm_id" UUID NOT NULL,
    "is_public" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deletion" UUID,
    "live" BOOLEAN DEFAULT true,

    CONSTRAINT "behavioralassay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "behavioralassay_grant" (
    "id" BIGSERIAL NOT NULL,
    "record_id" UUID NOT NULL,
    "user_id" UUID,
    "group_id" UUID,
    "level" INTEGER NOT NULL,

    CONSTRAINT "behavioralassay_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "behavioralassay_access" (
    "user_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "level" INTEGER NOT NULL,

    CONSTRAINT "behavioralassay_access_pkey" PRIMARY KEY ("user_id","record_id")
);

-- CreateTable
CREATE TABLE "datastorage" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "location" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "data_organization" JSONB NOT NULL DEFAULT '[]',
    "data_protocols" JSONB NOT NULL DEFAULT '[]',
    "is_public" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deletion" UUID,
    "live" BOOLEAN DEFAULT true,

    CONSTRAINT "datastorage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "datastorage_grant" (
    "id" BIGSERIAL NOT NULL,
    "record_id" UUID NOT NULL,
    "user_id" UUID,
    "group_id" UUID,
    "level" INTEGER NOT NULL,

    CONSTRAINT "datastorage_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "datastorage_access" (
    "user_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "level" INTEGER NOT NULL,

    CONSTRAINT "datastorage_access_pkey" PRIMARY KEY ("user_id","record_id")
);

-- CreateTable
CREATE TABLE "species" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "popular_name" TEXT NOT NULL DEFAULT '',
    "appearance" TEXT NOT NULL DEFAULT '',
    "rrid" TEXT NOT NULL DEFAULT '',
    "external_identifiers" JSONB NOT NULL DEFAULT '[]',
    "comments" TEXT NOT NULL DEFAULT '',
    "approval" TEXT NOT NULL DEFAULT 'approved',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deletion" UUID,
    "live" BOOLEAN DEFAULT true,

    CONSTRAINT "species_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "strain" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "species_id" UUID NOT NULL,
    "popular_name" TEXT NOT NULL DEFAULT '',
    "breeding" TEXT NOT NULL DEFAULT 'unknown',
    "appearance" TEXT NOT NULL DEFAULT '',
    "rrid" TEXT NOT NULL DEFAULT '',
    "external_identifiers" JSONB NOT NULL DEFAULT '[]',
    "comments" TEXT NOT NULL DEFAULT '',
    "approval" TEXT NOT NULL DEFAULT 'approved',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deletion" UUID,
    "live" BOOLEAN DEFAULT true,

    CONSTRAINT "strain_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setuptype" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "category" TEXT NOT NULL,
    "comments" TEXT NOT NULL DEFAULT '',
    "approval" TEXT NOT NULL DEFAULT 'approved',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deletion" UUID,
    "live" BOOLEAN DEFAULT true,

    CONSTRAINT "setuptype_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "behavioralcategory" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "parent_id" UUID,
    "comments" TEXT NOT NULL DEFAULT '',
    "approval" TEXT NOT NULL DEFAULT 'approved',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deletion" UUID,
    "live" BOOLEAN DEFAULT true,

    CONSTRAINT "behavioralcategory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "behavioralparadigm" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "category_id" UUID,
    "original_publication" TEXT NOT NULL DEFAULT '',
    "reference_url" TEXT NOT NULL DEFAULT '',
    "rrid" TEXT,
    "external_identifiers" JSONB NOT NULL DEFAULT '[]',
    "comments" TEXT NOT NULL DEFAULT '',
    "approval" TEXT NOT NULL DEFAULT 'approved',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deletion" UUID,
    "live" BOOLEAN DEFAULT true,

    CONSTRAINT "behavioralparadigm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "behavioralparadigm_species" (
    "source_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "behavioralparadigm_species_pkey" PRIMARY KEY ("source_id","target_id")
);

-- CreateTable
CREATE TABLE "brainregion" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "acronym" TEXT NOT NULL,
    "atlas" TEXT NOT NULL,
    "region_id" TEXT NOT NULL DEFAULT '',
    "parent_acronym" TEXT NOT NULL DEFAULT '',
    "graph_order" INTEGER,
    "approval" TEXT NOT NULL DEFAULT 'approved',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deletion" UUID,
    "live" BOOLEAN DEFAULT true,

    CONSTRAINT "brainregion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "email" CITEXT NOT NULL DEFAULT '',
    "first_name" TEXT NOT NULL DEFAULT '',
    "last_name" TEXT NOT NULL DEFAULT '',
    "website" TEXT NOT NULL DEFAULT '',
    "google_scholar" TEXT NOT NULL DEFAULT '',
    "orcid_id" TEXT NOT NULL DEFAULT '',
    "atlas_preference" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deletion" UUID,
    "live" BOOLEAN DEFAULT true,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_active_projects" (
    "source_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "user_active_projects_pkey" PRIMARY KEY ("source_id","target_id")
);

-- CreateTable
CREATE TABLE "group" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deletion" UUID,
    "live" BOOLEAN DEFAULT true,

    CONSTRAINT "group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_grant" (
    "id" BIGSERIAL NOT NULL,
    "record_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "level" INTEGER NOT NULL,

    CONSTRAINT "group_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "laboratory" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "website" TEXT NOT NULL DEFAULT '',
    "department" TEXT NOT NULL DEFAULT '',
    "institution" TEXT NOT NULL,
    "city" TEXT NOT NULL DEFAULT '',
    "country" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deletion" UUID,
    "live" BOOLEAN DEFAULT true,

    CONSTRAINT "laboratory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "laboratory_principal_investigators" (
    "source_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "laboratory_principal_investigators_pkey" PRIMARY KEY ("source_id","target_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "access_token_hash_key" ON "access_token"("hash");

-- CreateIndex
CREATE INDEX "access_token_user_id_idx" ON "access_token"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_secret_hash_key" ON "invitation"("secret_hash");

-- CreateIndex
CREATE INDEX "invitation_model_record_id_idx" ON "invitation"("model", "record_id");

-- CreateIndex
CREATE INDEX "invitation_email_idx" ON "invitation"("email");

-- CreateIndex
CREATE INDEX "invitation_invitee_id_idx" ON "invitation"("invitee_id");

-- CreateIndex
CREATE INDEX "proposal_model_record_id_idx" ON "proposal"("model", "record_id");

-- CreateIndex
CREATE INDEX "proposal_status_created_at_idx" ON "proposal"("status", "created_at");

-- CreateIndex
CREATE INDEX "audit_log_model_record_id_id_idx" ON "audit_log"("model", "record_id", "id");

-- CreateIndex
CREATE INDEX "audit_log_user_id_id_idx" ON "audit_log"("user_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "session_number_key" ON "session"("number");

-- CreateIndex
CREATE INDEX "session_experimenter_user_id_idx" ON "session"("experimenter_user_id");

-- CreateIndex
CREATE INDEX "session_date_time_id_idx" ON "session"("date_time", "id");

-- CreateIndex
CREATE INDEX "session_name_id_idx" ON "session"("name", "id");

-- CreateIndex
CREATE INDEX "session_created_at_id_idx" ON "session"("created_at", "id");

-- CreateIndex
CREATE INDEX "session_updated_at_id_idx" ON "session"("updated_at", "id");

-- CreateIndex
CREATE INDEX "session_name_trgm" ON "session" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "session_description_trgm" ON "session" USING GIN ("description" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "session_experimenter_trgm" ON "session" USING GIN ("experimenter" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "session_tags_idx" ON "session" USING GIN ("tags");

-- CreateIndex
CREATE INDEX "session_projects_target_id_source_id_idx" ON "session_projects"("target_id", "source_id");

-- CreateIndex
CREATE INDEX "session_projects_target_id_sort_name_source_id_idx" ON "session_projects"("target_id", "sort_name", "source_id");

-- CreateIndex
CREATE INDEX "session_projects_target_id_sort_date_time_source_id_idx" ON "session_projects"("target_id", "sort_date_time", "source_id");

-- CreateIndex
CREATE INDEX "session_projects_target_id_sort_created_at_source_id_idx" ON "session_projects"("target_id", "sort_created_at", "source_id");

-- CreateIndex
CREATE INDEX "session_projects_target_id_sort_updated_at_source_id_idx" ON "session_projects"("target_id", "sort_updated_at", "source_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_projects_target_id_sort_name_live_key" ON "session_projects"("target_id", "sort_name", "live");

-- CreateIndex
CREATE INDEX "session_datastorage_target_id_source_id_idx" ON "session_datastorage"("target_id", "source_id");

-- CreateIndex
CREATE INDEX "subject_strain_id_idx" ON "subject"("strain_id");

-- CreateIndex
CREATE INDEX "subject_name_id_idx" ON "subject"("name", "id");

-- CreateIndex
CREATE INDEX "subject_birth_date_id_idx" ON "subject"("birth_date", "id");

-- CreateIndex
CREATE INDEX "subject_created_at_id_idx" ON "subject"("created_at", "id");

-- CreateIndex
CREATE INDEX "subject_updated_at_id_idx" ON "subject"("updated_at", "id");

-- CreateIndex
CREATE INDEX "subject_name_trgm" ON "subject" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "subject_description_trgm" ON "subject" USING GIN ("description" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "subject_subject_identifier_trgm" ON "subject" USING GIN ("subject_identifier" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "subject_genotype_trgm" ON "subject" USING GIN ("genotype" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "subject_tags_idx" ON "subject" USING GIN ("tags");

-- CreateIndex
CREATE INDEX "subject_projects_target_id_source_id_idx" ON "subject_projects"("target_id", "source_id");

-- CreateIndex
CREATE INDEX "subject_projects_target_id_sort_name_source_id_idx" ON "subject_projects"("target_id", "sort_name", "source_id");

-- CreateIndex
CREATE INDEX "subject_projects_target_id_sort_birth_date_source_id_idx" ON "subject_projects"("target_id", "sort_birth_date", "source_id");

-- CreateIndex
CREATE INDEX "subject_projects_target_id_sort_created_at_source_id_idx" ON "subject_projects"("target_id", "sort_created_at", "source_id");

-- CreateIndex
CREATE INDEX "subject_projects_target_id_sort_updated_at_source_id_idx" ON "subject_projects"("target_id", "sort_updated_at", "source_id");

-- CreateIndex
CREATE UNIQUE INDEX "subject_projects_target_id_sort_name_live_key" ON "subject_projects"("target_id", "sort_name", "live");

-- CreateIndex
CREATE INDEX "project_name_id_idx" ON "project"("name", "id");

-- CreateIndex
CREATE INDEX "project_name_trgm" ON "project" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "project_description_trgm" ON "project" USING GIN ("description" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "project_tags_idx" ON "project" USING GIN ("tags");

-- CreateIndex
CREATE UNIQUE INDEX "project_name_created_by_live_key" ON "project"("name", "created_by", "live");

-- CreateIndex
CREATE INDEX "project_grant_group_id_record_id_idx" ON "project_grant"("group_id", "record_id");

-- CreateIndex
CREATE INDEX "project_grant_user_id_record_id_idx" ON "project_grant"("user_id", "record_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_grant_record_id_user_id_key" ON "project_grant"("record_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_grant_record_id_group_id_key" ON "project_grant"("record_id", "group_id");

-- CreateIndex
CREATE INDEX "project_access_record_id_idx" ON "project_access"("record_id");

-- CreateIndex
CREATE INDEX "procedure_subject_id_idx" ON "procedure"("subject_id");

-- CreateIndex
CREATE INDEX "procedure_brain_region_id_idx" ON "procedure"("brain_region_id");

-- CreateIndex
CREATE INDEX "procedure_date_time_id_idx" ON "procedure"("date_time", "id");

-- CreateIndex
CREATE INDEX "procedure_notes_trgm" ON "procedure" USING GIN ("notes" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "procedure_equipment_target_id_source_id_idx" ON "procedure_equipment"("target_id", "source_id");

-- CreateIndex
CREATE INDEX "sessionsubject_session_id_idx" ON "sessionsubject"("session_id");

-- CreateIndex
CREATE INDEX "sessionsubject_subject_id_idx" ON "sessionsubject"("subject_id");

-- CreateIndex
CREATE INDEX "sessionsubject_created_at_id_idx" ON "sessionsubject"("created_at", "id");

-- CreateIndex
CREATE INDEX "sessionsubject_age_trgm" ON "sessionsubject" USING GIN ("age" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "sessionsubject_session_id_subject_id_live_key" ON "sessionsubject"("session_id", "subject_id", "live");

-- CreateIndex
CREATE INDEX "recordingfiles_session_id_idx" ON "recordingfiles"("session_id");

-- CreateIndex
CREATE INDEX "recordingfiles_created_at_id_idx" ON "recordingfiles"("created_at", "id");

-- CreateIndex
CREATE INDEX "recordingfiles_bpod_path_trgm" ON "recordingfiles" USING GIN ("bpod_path" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "recordingfiles_session_id_live_key" ON "recordingfiles"("session_id", "live");

-- CreateIndex
CREATE INDEX "epoch_session_id_idx" ON "epoch"("session_id");

-- CreateIndex
CREATE INDEX "epoch_behavior_id_idx" ON "epoch"("behavior_id");

-- CreateIndex
CREATE INDEX "epoch_dataacquisition_id_idx" ON "epoch"("dataacquisition_id");

-- CreateIndex
CREATE INDEX "epoch_manipulation_id_idx" ON "epoch"("manipulation_id");

-- CreateIndex
CREATE INDEX "epoch_start_id_idx" ON "epoch"("start", "id");

-- CreateIndex
CREATE INDEX "epoch_name_trgm" ON "epoch" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "epoch_session_id_name_live_key" ON "epoch"("session_id", "name", "live");

-- CreateIndex
CREATE UNIQUE INDEX "epoch_dataacquisition_id_live_key" ON "epoch"("dataacquisition_id", "live");

-- CreateIndex
CREATE INDEX "behavior_session_id_idx" ON "behavior"("session_id");

-- CreateIndex
CREATE INDEX "behavior_setup_id_idx" ON "behavior"("setup_id");

-- CreateIndex
CREATE INDEX "behavior_behavioralassay_id_idx" ON "behavior"("behavioralassay_id");

-- CreateIndex
CREATE INDEX "behavior_order_id_idx" ON "behavior"("order", "id");

-- CreateIndex
CREATE INDEX "behavior_notes_trgm" ON "behavior" USING GIN ("notes" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "behavior_subjects_target_id_source_id_idx" ON "behavior_subjects"("target_id", "source_id");

-- CreateIndex
CREATE INDEX "dataacquisition_session_id_idx" ON "dataacquisition"("session_id");

-- CreateIndex
CREATE INDEX "dataacquisition_order_id_idx" ON "dataacquisition"("order", "id");

-- CreateIndex
CREATE INDEX "dataacquisition_notes_trgm" ON "dataacquisition" USING GIN ("notes" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "dataacquisition_procedures_target_id_source_id_idx" ON "dataacquisition_procedures"("target_id", "source_id");

-- CreateIndex
CREATE INDEX "dataacquisition_equipment_target_id_source_id_idx" ON "dataacquisition_equipment"("target_id", "source_id");

-- CreateIndex
CREATE INDEX "manipulation_session_id_idx" ON "manipulation"("session_id");

-- CreateIndex
CREATE INDEX "manipulation_order_id_idx" ON "manipulation"("order", "id");

-- CreateIndex
CREATE INDEX "manipulation_notes_trgm" ON "manipulation" USING GIN ("notes" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "manipulation_procedures_target_id_source_id_idx" ON "manipulation_procedures"("target_id", "source_id");

-- CreateIndex
CREATE INDEX "manipulation_equipment_target_id_source_id_idx" ON "manipulation_equipment"("target_id", "source_id");

-- CreateIndex
CREATE UNIQUE INDEX "setup_number_key" ON "setup"("number");

-- CreateIndex
CREATE INDEX "setup_setup_type_id_idx" ON "setup"("setup_type_id");

-- CreateIndex
CREATE INDEX "setup_name_id_idx" ON "setup"("name", "id");

-- CreateIndex
CREATE INDEX "setup_name_trgm" ON "setup" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "setup_location_trgm" ON "setup" USING GIN ("location" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "setup_description_trgm" ON "setup" USING GIN ("description" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "setup_grant_group_id_record_id_idx" ON "setup_grant"("group_id", "record_id");

-- CreateIndex
CREATE INDEX "setup_grant_user_id_record_id_idx" ON "setup_grant"("user_id", "record_id");

-- CreateIndex
CREATE UNIQUE INDEX "setup_grant_record_id_user_id_key" ON "setup_grant"("record_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "setup_grant_record_id_group_id_key" ON "setup_grant"("record_id", "group_id");

-- CreateIndex
CREATE INDEX "setup_access_record_id_idx" ON "setup_access"("record_id");

-- CreateIndex
CREATE INDEX "equipment_setup_id_idx" ON "equipment"("setup_id");

-- CreateIndex
CREATE INDEX "equipment_name_id_idx" ON "equipment"("name", "id");

-- CreateIndex
CREATE INDEX "equipment_name_trgm" ON "equipment" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "equipment_notes_trgm" ON "equipment" USING GIN ("notes" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "behavioralassay_setup_type_id_idx" ON "behavioralassay"("setup_type_id");

-- CreateIndex
CREATE INDEX "behavioralassay_behavioral_paradigm_id_idx" ON "behavioralassay"("behavioral_paradigm_id");

-- CreateIndex
CREATE INDEX "behavioralassay_name_id_idx" ON "behavioralassay"("name", "id");

-- CreateIndex
CREATE INDEX "behavioralassay_name_trgm" ON "behavioralassay" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "behavioralassay_description_trgm" ON "behavioralassay" USING GIN ("description" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "behavioralassay_grant_group_id_record_id_idx" ON "behavioralassay_grant"("group_id", "record_id");

-- CreateIndex
CREATE INDEX "behavioralassay_grant_user_id_record_id_idx" ON "behavioralassay_grant"("user_id", "record_id");

-- CreateIndex
CREATE UNIQUE INDEX "behavioralassay_grant_record_id_user_id_key" ON "behavioralassay_grant"("record_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "behavioralassay_grant_record_id_group_id_key" ON "behavioralassay_grant"("record_id", "group_id");

-- CreateIndex
CREATE INDEX "behavioralassay_access_record_id_idx" ON "behavioralassay_access"("record_id");

-- CreateIndex
CREATE INDEX "datastorage_name_id_idx" ON "datastorage"("name", "id");

-- CreateIndex
CREATE INDEX "datastorage_name_trgm" ON "datastorage" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "datastorage_location_trgm" ON "datastorage" USING GIN ("location" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "datastorage_description_trgm" ON "datastorage" USING GIN ("description" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "datastorage_name_created_by_live_key" ON "datastorage"("name", "created_by", "live");

-- CreateIndex
CREATE INDEX "datastorage_grant_group_id_record_id_idx" ON "datastorage_grant"("group_id", "record_id");

-- CreateIndex
CREATE INDEX "datastorage_grant_user_id_record_id_idx" ON "datastorage_grant"("user_id", "record_id");

-- CreateIndex
CREATE UNIQUE INDEX "datastorage_grant_record_id_user_id_key" ON "datastorage_grant"("record_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "datastorage_grant_record_id_group_id_key" ON "datastorage_grant"("record_id", "group_id");

-- CreateIndex
CREATE INDEX "datastorage_access_record_id_idx" ON "datastorage_access"("record_id");

-- CreateIndex
CREATE INDEX "species_name_id_idx" ON "species"("name", "id");

-- CreateIndex
CREATE INDEX "species_name_trgm" ON "species" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "species_popular_name_trgm" ON "species" USING GIN ("popular_name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "species_description_trgm" ON "species" USING GIN ("description" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "species_name_live_key" ON "species"("name", "live");

-- CreateIndex
CREATE INDEX "strain_species_id_idx" ON "strain"("species_id");

-- CreateIndex
CREATE INDEX "strain_name_id_idx" ON "strain"("name", "id");

-- CreateIndex
CREATE INDEX "strain_name_trgm" ON "strain" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "strain_popular_name_trgm" ON "strain" USING GIN ("popular_name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "strain_description_trgm" ON "strain" USING GIN ("description" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "strain_name_live_key" ON "strain"("name", "live");

-- CreateIndex
CREATE INDEX "setuptype_name_id_idx" ON "setuptype"("name", "id");

-- CreateIndex
CREATE INDEX "setuptype_name_trgm" ON "setuptype" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "setuptype_description_trgm" ON "setuptype" USING GIN ("description" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "setuptype_name_live_key" ON "setuptype"("name", "live");

-- CreateIndex
CREATE INDEX "behavioralcategory_parent_id_idx" ON "behavioralcategory"("parent_id");

-- CreateIndex
CREATE INDEX "behavioralcategory_name_id_idx" ON "behavioralcategory"("name", "id");

-- CreateIndex
CREATE INDEX "behavioralcategory_name_trgm" ON "behavioralcategory" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "behavioralcategory_description_trgm" ON "behavioralcategory" USING GIN ("description" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "behavioralcategory_name_live_key" ON "behavioralcategory"("name", "live");

-- CreateIndex
CREATE INDEX "behavioralparadigm_category_id_idx" ON "behavioralparadigm"("category_id");

-- CreateIndex
CREATE INDEX "behavioralparadigm_name_id_idx" ON "behavioralparadigm"("name", "id");

-- CreateIndex
CREATE INDEX "behavioralparadigm_name_trgm" ON "behavioralparadigm" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "behavioralparadigm_description_trgm" ON "behavioralparadigm" USING GIN ("description" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "behavioralparadigm_name_live_key" ON "behavioralparadigm"("name", "live");

-- CreateIndex
CREATE INDEX "behavioralparadigm_species_target_id_source_id_idx" ON "behavioralparadigm_species"("target_id", "source_id");

-- CreateIndex
CREATE INDEX "brainregion_name_id_idx" ON "brainregion"("name", "id");

-- CreateIndex
CREATE INDEX "brainregion_name_trgm" ON "brainregion" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "brainregion_acronym_trgm" ON "brainregion" USING GIN ("acronym" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "brainregion_description_trgm" ON "brainregion" USING GIN ("description" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "brainregion_atlas_acronym_live_key" ON "brainregion"("atlas", "acronym", "live");

-- CreateIndex
CREATE UNIQUE INDEX "brainregion_atlas_name_live_key" ON "brainregion"("atlas", "name", "live");

-- CreateIndex
CREATE UNIQUE INDEX "user_number_key" ON "user"("number");

-- CreateIndex
CREATE INDEX "user_last_name_id_idx" ON "user"("last_name", "id");

-- CreateIndex
CREATE INDEX "user_first_name_trgm" ON "user" USING GIN ("first_name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "user_last_name_trgm" ON "user" USING GIN ("last_name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "user_email_trgm" ON "user" USING GIN ("email" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_live_key" ON "user"("email", "live");

-- CreateIndex
CREATE INDEX "user_active_projects_target_id_source_id_idx" ON "user_active_projects"("target_id", "source_id");

-- CreateIndex
CREATE UNIQUE INDEX "group_number_key" ON "group"("number");

-- CreateIndex
CREATE INDEX "group_name_id_idx" ON "group"("name", "id");

-- CreateIndex
CREATE INDEX "group_name_trgm" ON "group" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "group_name_live_key" ON "group"("name", "live");

-- CreateIndex
CREATE INDEX "group_grant_user_id_record_id_idx" ON "group_grant"("user_id", "record_id");

-- CreateIndex
CREATE UNIQUE INDEX "group_grant_record_id_user_id_key" ON "group_grant"("record_id", "user_id");

-- CreateIndex
CREATE INDEX "laboratory_group_id_idx" ON "laboratory"("group_id");

-- CreateIndex
CREATE INDEX "laboratory_institution_id_idx" ON "laboratory"("institution", "id");

-- CreateIndex
CREATE INDEX "laboratory_institution_trgm" ON "laboratory" USING GIN ("institution" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "laboratory_department_trgm" ON "laboratory" USING GIN ("department" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "laboratory_city_trgm" ON "laboratory" USING GIN ("city" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "laboratory_description_trgm" ON "laboratory" USING GIN ("description" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "laboratory_group_id_live_key" ON "laboratory"("group_id", "live");

-- CreateIndex
CREATE INDEX "laboratory_principal_investigators_target_id_source_id_idx" ON "laboratory_principal_investigators"("target_id", "source_id");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invitee_id_fkey" FOREIGN KEY ("invitee_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_fkey" FOREIGN KEY ("invited_by") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_proposed_by_fkey" FOREIGN KEY ("proposed_by") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_reviewed_by_fkey" FOREIGN KEY ("reviewed_by") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_experimenter_user_id_fkey" FOREIGN KEY ("experimenter_user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "session_projects" ADD CONSTRAINT "session_projects_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "session_projects" ADD CONSTRAINT "session_projects_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "session_datastorage" ADD CONSTRAINT "session_datastorage_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "session_datastorage" ADD CONSTRAINT "session_datastorage_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "datastorage"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "subject" ADD CONSTRAINT "subject_strain_id_fkey" FOREIGN KEY ("strain_id") REFERENCES "strain"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "subject_projects" ADD CONSTRAINT "subject_projects_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "subject"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "subject_projects" ADD CONSTRAINT "subject_projects_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "project_grant" ADD CONSTRAINT "project_grant_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "project_grant" ADD CONSTRAINT "project_grant_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "project_grant" ADD CONSTRAINT "project_grant_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "project_access" ADD CONSTRAINT "project_access_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "project_access" ADD CONSTRAINT "project_access_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "procedure" ADD CONSTRAINT "procedure_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "subject"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "procedure" ADD CONSTRAINT "procedure_brain_region_id_fkey" FOREIGN KEY ("brain_region_id") REFERENCES "brainregion"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "procedure_equipment" ADD CONSTRAINT "procedure_equipment_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "procedure"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "procedure_equipment" ADD CONSTRAINT "procedure_equipment_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "equipment"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "sessionsubject" ADD CONSTRAINT "sessionsubject_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "sessionsubject" ADD CONSTRAINT "sessionsubject_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "subject"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "recordingfiles" ADD CONSTRAINT "recordingfiles_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "epoch" ADD CONSTRAINT "epoch_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "epoch" ADD CONSTRAINT "epoch_behavior_id_fkey" FOREIGN KEY ("behavior_id") REFERENCES "behavior"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "epoch" ADD CONSTRAINT "epoch_dataacquisition_id_fkey" FOREIGN KEY ("dataacquisition_id") REFERENCES "dataacquisition"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "epoch" ADD CONSTRAINT "epoch_manipulation_id_fkey" FOREIGN KEY ("manipulation_id") REFERENCES "manipulation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "behavior" ADD CONSTRAINT "behavior_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "behavior" ADD CONSTRAINT "behavior_setup_id_fkey" FOREIGN KEY ("setup_id") REFERENCES "setup"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "behavior" ADD CONSTRAINT "behavior_behavioralassay_id_fkey" FOREIGN KEY ("behavioralassay_id") REFERENCES "behavioralassay"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "behavior_subjects" ADD CONSTRAINT "behavior_subjects_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "behavior"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "behavior_subjects" ADD CONSTRAINT "behavior_subjects_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "subject"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "dataacquisition" ADD CONSTRAINT "dataacquisition_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "dataacquisition_procedures" ADD CONSTRAINT "dataacquisition_procedures_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "dataacquisition"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "dataacquisition_procedures" ADD CONSTRAINT "dataacquisition_procedures_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "procedure"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "dataacquisition_equipment" ADD CONSTRAINT "dataacquisition_equipment_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "dataacquisition"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "dataacquisition_equipment" ADD CONSTRAINT "dataacquisition_equipment_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "equipment"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "manipulation" ADD CONSTRAINT "manipulation_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "manipulation_procedures" ADD CONSTRAINT "manipulation_procedures_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "manipulation"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "manipulation_procedures" ADD CONSTRAINT "manipulation_procedures_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "procedure"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "manipulation_equipment" ADD CONSTRAINT "manipulation_equipment_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "manipulation"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "manipulation_equipment" ADD CONSTRAINT "manipulation_equipment_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "equipment"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "setup" ADD CONSTRAINT "setup_setup_type_id_fkey" FOREIGN KEY ("setup_type_id") REFERENCES "setuptype"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "setup_grant" ADD CONSTRAINT "setup_grant_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "setup"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "setup_grant" ADD CONSTRAINT "setup_grant_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "setup_grant" ADD CONSTRAINT "setup_grant_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "setup_access" ADD CONSTRAINT "setup_access_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "setup_access" ADD CONSTRAINT "setup_access_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "setup"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "equipment" ADD CONSTRAINT "equipment_setup_id_fkey" FOREIGN KEY ("setup_id") REFERENCES "setup"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "behavioralassay" ADD CONSTRAINT "behavioralassay_setup_type_id_fkey" FOREIGN KEY ("setup_type_id") REFERENCES "setuptype"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "behavioralassay" ADD CONSTRAINT "behavioralassay_behavioral_paradigm_id_fkey" FOREIGN KEY ("behavioral_paradigm_id") REFERENCES "behavioralparadigm"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "behavioralassay_grant" ADD CONSTRAINT "behavioralassay_grant_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "behavioralassay"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "behavioralassay_grant" ADD CONSTRAINT "behavioralassay_grant_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "behavioralassay_grant" ADD CONSTRAINT "behavioralassay_grant_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "behavioralassay_access" ADD CONSTRAINT "behavioralassay_access_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "behavioralassay_access" ADD CONSTRAINT "behavioralassay_access_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "behavioralassay"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "datastorage_grant" ADD CONSTRAINT "datastorage_grant_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "datastorage"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "datastorage_grant" ADD CONSTRAINT "datastorage_grant_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "datastorage_grant" ADD CONSTRAINT "datastorage_grant_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "datastorage_access" ADD CONSTRAINT "datastorage_access_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "datastorage_access" ADD CONSTRAINT "datastorage_access_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "datastorage"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "strain" ADD CONSTRAINT "strain_species_id_fkey" FOREIGN KEY ("species_id") REFERENCES "species"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "behavioralcategory" ADD CONSTRAINT "behavioralcategory_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "behavioralcategory"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "behavioralparadigm" ADD CONSTRAINT "behavioralparadigm_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "behavioralcategory"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "behavioralparadigm_species" ADD CONSTRAINT "behavioralparadigm_species_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "behavioralparadigm"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "behavioralparadigm_species" ADD CONSTRAINT "behavioralparadigm_species_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "species"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "user_active_projects" ADD CONSTRAINT "user_active_projects_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "user_active_projects" ADD CONSTRAINT "user_active_projects_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "group_grant" ADD CONSTRAINT "group_grant_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "group_grant" ADD CONSTRAINT "group_grant_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "laboratory" ADD CONSTRAINT "laboratory_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "laboratory_principal_investigators" ADD CONSTRAINT "laboratory_principal_investigators_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "laboratory"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "laboratory_principal_investigators" ADD CONSTRAINT "laboratory_principal_investigators_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- What Prisma can't see, from prisma/objects.sql.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- A grant to a group and a membership of it may be written at the same time; each must see the other.
CREATE OR REPLACE FUNCTION lock_group(group_id uuid) RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock(hashtextextended(group_id::text, 0)) WHERE group_id IS NOT NULL;
$$;

-- The look-up of one record, or of one user on it: the highest of the direct grant and those of the user's groups.
CREATE OR REPLACE FUNCTION refresh_access(model text, record uuid, only_user uuid DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
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

-- Arguments: source table, its columns, the columns of the link that copy them.
CREATE OR REPLACE FUNCTION link_copies_source() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  copied jsonb;
BEGIN
  EXECUTE format('SELECT to_jsonb(s) FROM %I s WHERE id = $1', TG_ARGV[0]) INTO copied USING NEW.source_id;
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
