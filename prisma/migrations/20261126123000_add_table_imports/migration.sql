-- CreateTable
CREATE TABLE "table_import" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "table_name" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "created" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "unchanged" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" UUID,

    CONSTRAINT "table_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "table_import_record" (
    "import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "model" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "base" INTEGER,
    "data" JSONB,

    CONSTRAINT "table_import_record_pkey" PRIMARY KEY ("import_id","position")
);

-- CreateIndex
CREATE INDEX "table_import_user_id_created_at_idx" ON "table_import"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "table_import_created_at_idx" ON "table_import"("created_at");

-- AddForeignKey
ALTER TABLE "table_import" ADD CONSTRAINT "table_import_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "table_import" ADD CONSTRAINT "table_import_undone_by_fkey" FOREIGN KEY ("undone_by") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "table_import_record" ADD CONSTRAINT "table_import_record_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "table_import"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
