-- CreateIndex
CREATE INDEX "procedurelog_updated_at_idx" ON "procedurelog"("updated_at");

-- CreateIndex
CREATE INDEX "subjectlog_updated_at_idx" ON "subjectlog"("updated_at");
