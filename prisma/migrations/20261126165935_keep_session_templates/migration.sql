-- No view reads this table, so the views stay as they are.

-- CreateTable
CREATE TABLE "session_template" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "live" BOOLEAN DEFAULT true,

    CONSTRAINT "session_template_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "session_template_created_by_idx" ON "session_template"("created_by");

-- CreateIndex
CREATE UNIQUE INDEX "session_template_project_id_name_live_key" ON "session_template"("project_id", "name", "live");

-- AddForeignKey
ALTER TABLE "session_template" ADD CONSTRAINT "session_template_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "session_template" ADD CONSTRAINT "session_template_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE NO ACTION;
