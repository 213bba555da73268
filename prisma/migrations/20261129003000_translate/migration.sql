-- AlterTable
ALTER TABLE "Revision" ADD COLUMN "proseHash" TEXT,
ADD COLUMN "translationOfId" INTEGER;

-- Of what was written before, every change counts as one of its words
UPDATE "Revision" SET "proseHash" = "sourceHash";

-- AlterTable
ALTER TABLE "Revision" ALTER COLUMN "proseHash" SET NOT NULL;

-- A text was pushed in all its languages together: it follows the English that was the newest when it was made
UPDATE "Revision" r SET "translationOfId" = (
  SELECT max(e.id) FROM "Revision" e WHERE e."postId" = r."postId" AND e."updateId" IS NOT DISTINCT FROM r."updateId"
    AND e.locale = 'en' AND e."createdAt" <= r."createdAt"
) WHERE r.locale <> 'en';

-- AlterTable
ALTER TABLE "Draft" ADD COLUMN "translationOfId" INTEGER;

-- A draft was begun from the newest revision of its language
UPDATE "Draft" d SET "translationOfId" = (
  SELECT r."translationOfId" FROM "Revision" r WHERE r."postId" = d."postId" AND r."updateId" IS NOT DISTINCT FROM d."updateId"
    AND r.locale = d.locale ORDER BY r.id DESC LIMIT 1
);

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_translationOfId_fkey" FOREIGN KEY ("translationOfId") REFERENCES "Revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_translationOfId_fkey" FOREIGN KEY ("translationOfId") REFERENCES "Revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;
