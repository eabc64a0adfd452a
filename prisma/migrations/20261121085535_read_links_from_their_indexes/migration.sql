-- DropIndex
DROP INDEX "session_projects_target_id_sort_created_at_source_id_idx";

-- DropIndex
DROP INDEX "session_projects_target_id_sort_date_time_source_id_idx";

-- DropIndex
DROP INDEX "session_projects_target_id_sort_name_source_id_idx";

-- DropIndex
DROP INDEX "session_projects_target_id_sort_updated_at_source_id_idx";

-- DropIndex
DROP INDEX "session_projects_target_id_source_id_idx";

-- DropIndex
DROP INDEX "subject_projects_target_id_sort_birth_date_source_id_idx";

-- DropIndex
DROP INDEX "subject_projects_target_id_sort_created_at_source_id_idx";

-- DropIndex
DROP INDEX "subject_projects_target_id_sort_name_source_id_idx";

-- DropIndex
DROP INDEX "subject_projects_target_id_sort_updated_at_source_id_idx";

-- DropIndex
DROP INDEX "subject_projects_target_id_source_id_idx";

-- CreateIndex
CREATE INDEX "session_projects_target_id_source_id_live_idx" ON "session_projects"("target_id", "source_id", "live");

-- CreateIndex
CREATE INDEX "session_projects_target_id_sort_name_source_id_live_idx" ON "session_projects"("target_id", "sort_name", "source_id", "live");

-- CreateIndex
CREATE INDEX "session_projects_target_id_sort_date_time_source_id_live_idx" ON "session_projects"("target_id", "sort_date_time", "source_id", "live");

-- CreateIndex
CREATE INDEX "session_projects_target_id_sort_created_at_source_id_live_idx" ON "session_projects"("target_id", "sort_created_at", "source_id", "live");

-- CreateIndex
CREATE INDEX "session_projects_target_id_sort_updated_at_source_id_live_idx" ON "session_projects"("target_id", "sort_updated_at", "source_id", "live");

-- CreateIndex
CREATE INDEX "subject_projects_target_id_source_id_live_idx" ON "subject_projects"("target_id", "source_id", "live");

-- CreateIndex
CREATE INDEX "subject_projects_target_id_sort_name_source_id_live_idx" ON "subject_projects"("target_id", "sort_name", "source_id", "live");

-- CreateIndex
CREATE INDEX "subject_projects_target_id_sort_birth_date_source_id_live_idx" ON "subject_projects"("target_id", "sort_birth_date", "source_id", "live");

-- CreateIndex
CREATE INDEX "subject_projects_target_id_sort_created_at_source_id_live_idx" ON "subject_projects"("target_id", "sort_created_at", "source_id", "live");

-- CreateIndex
CREATE INDEX "subject_projects_target_id_sort_updated_at_source_id_live_idx" ON "subject_projects"("target_id", "sort_updated_at", "source_id", "live");
