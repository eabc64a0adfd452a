-- CreateIndex
CREATE INDEX "session_name_used_in_storage_trgm" ON "session" USING GIN ("name_used_in_storage" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "subject_name_used_in_storage_trgm" ON "subject" USING GIN ("name_used_in_storage" gin_trgm_ops);

-- What Prisma can't see, from prisma/objects.sql.
CREATE INDEX IF NOT EXISTS "session_projects_title" ON "session_projects" (target_id, (lower(sort_name) COLLATE "C")) INCLUDE (source_id, sort_updated_at) WHERE live;

CREATE INDEX IF NOT EXISTS "subject_projects_title" ON "subject_projects" (target_id, (lower(sort_name) COLLATE "C")) INCLUDE (source_id, sort_updated_at) WHERE live;
