-- What a reviewer says with a decision.
ALTER TABLE "proposal" ADD COLUMN IF NOT EXISTS "review" TEXT NOT NULL DEFAULT '';
