-- CreateTable
CREATE TABLE "audit_project" (
    "project_id" UUID NOT NULL,
    "audit_id" BIGINT NOT NULL,

    CONSTRAINT "audit_project_pkey" PRIMARY KEY ("project_id","audit_id")
);

-- What was written before is told in the projects that its records are in now.
INSERT INTO audit_project (project_id, audit_id) SELECT w.record_id, w.id FROM audit_log w  WHERE w.model = 'project'
UNION ALL SELECT "up0"."target_id", w.id FROM audit_log w JOIN "session_projects" "up0" ON "up0"."source_id" = w.record_id WHERE w.model = 'session'
UNION ALL SELECT "up1"."target_id", w.id FROM audit_log w JOIN "sessionsubject" "up0" ON "up0"."id" = w.record_id JOIN "session_projects" "up1" ON "up1"."source_id" = "up0"."session_id" WHERE w.model = 'sessionsubject'
UNION ALL SELECT "up1"."target_id", w.id FROM audit_log w JOIN "recordingfiles" "up0" ON "up0"."id" = w.record_id JOIN "session_projects" "up1" ON "up1"."source_id" = "up0"."session_id" WHERE w.model = 'recordingfiles'
UNION ALL SELECT "up1"."target_id", w.id FROM audit_log w JOIN "epoch" "up0" ON "up0"."id" = w.record_id JOIN "session_projects" "up1" ON "up1"."source_id" = "up0"."session_id" WHERE w.model = 'epoch'
UNION ALL SELECT "up1"."target_id", w.id FROM audit_log w JOIN "behavior" "up0" ON "up0"."id" = w.record_id JOIN "session_projects" "up1" ON "up1"."source_id" = "up0"."session_id" WHERE w.model = 'behavior'
UNION ALL SELECT "up1"."target_id", w.id FROM audit_log w JOIN "dataacquisition" "up0" ON "up0"."id" = w.record_id JOIN "session_projects" "up1" ON "up1"."source_id" = "up0"."session_id" WHERE w.model = 'dataacquisition'
UNION ALL SELECT "up1"."target_id", w.id FROM audit_log w JOIN "manipulation" "up0" ON "up0"."id" = w.record_id JOIN "session_projects" "up1" ON "up1"."source_id" = "up0"."session_id" WHERE w.model = 'manipulation'
UNION ALL SELECT "up0"."target_id", w.id FROM audit_log w JOIN "subject_projects" "up0" ON "up0"."source_id" = w.record_id WHERE w.model = 'subject'
UNION ALL SELECT "up1"."target_id", w.id FROM audit_log w JOIN "procedure" "up0" ON "up0"."id" = w.record_id JOIN "subject_projects" "up1" ON "up1"."source_id" = "up0"."subject_id" WHERE w.model = 'procedure'
UNION ALL SELECT "up2"."target_id", w.id FROM audit_log w JOIN "procedurelog" "up0" ON "up0"."id" = w.record_id JOIN "procedure" "up1" ON "up1"."id" = "up0"."procedure_id" JOIN "subject_projects" "up2" ON "up2"."source_id" = "up1"."subject_id" WHERE w.model = 'procedurelog'
UNION ALL SELECT "up1"."target_id", w.id FROM audit_log w JOIN "subjectlog" "up0" ON "up0"."id" = w.record_id JOIN "subject_projects" "up1" ON "up1"."source_id" = "up0"."subject_id" WHERE w.model = 'subjectlog'
UNION ALL SELECT "up0"."project_id", w.id FROM audit_log w JOIN "collection" "up0" ON "up0"."id" = w.record_id  WHERE w.model = 'collection'
UNION ALL SELECT "up0"."project_id", w.id FROM audit_log w JOIN "cohort" "up0" ON "up0"."id" = w.record_id  WHERE w.model = 'cohort'
UNION ALL SELECT "up0"."project_id", w.id FROM audit_log w JOIN "breeding" "up0" ON "up0"."id" = w.record_id  WHERE w.model = 'breeding';
