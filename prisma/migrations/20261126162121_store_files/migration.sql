-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "content_id" UUID NOT NULL,
    "model" TEXT,
    "record_id" UUID,
    "field" TEXT,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "preview" BOOLEAN NOT NULL DEFAULT false,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "stored_file_model_record_id_idx" ON "stored_file"("model", "record_id");

-- CreateIndex
CREATE INDEX "stored_file_record_id_created_at_idx" ON "stored_file"("record_id", "created_at");

-- CreateIndex
CREATE INDEX "stored_file_created_by_record_id_idx" ON "stored_file"("created_by", "record_id");

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
