-- A rendering gets a name of its own, which a publication keeps.
ALTER TABLE "Rendering" DROP CONSTRAINT "Rendering_pkey";
ALTER TABLE "Rendering" ADD COLUMN "id" SERIAL NOT NULL;
ALTER TABLE "Rendering" ADD CONSTRAINT "Rendering_pkey" PRIMARY KEY ("id");
CREATE INDEX "Rendering_sourceHash_factsHash_toolchain_idx" ON "Rendering"("sourceHash", "factsHash", "toolchain");

-- Of each text and its facts there was one rendering, the one that is live. A text that was gone from the folder when the facts changed has
-- none with them, and its edition could not be loaded: it is shown as it was rendered last.
ALTER TABLE "Publication" ADD COLUMN "renderingId" INTEGER;
UPDATE "Publication" p SET "renderingId" = (
  SELECT r."id" FROM "Rendering" r WHERE r."sourceHash" = v."sourceHash"
  ORDER BY r."factsHash" = coalesce((SELECT f."hash" FROM "FactsRevision" f WHERE f."id" = p."factsRevisionId"), '') DESC, r."id" DESC LIMIT 1
) FROM "Revision" v WHERE v."id" = p."revisionId";
ALTER TABLE "Publication" ALTER COLUMN "renderingId" SET NOT NULL;
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_renderingId_fkey" FOREIGN KEY ("renderingId") REFERENCES "Rendering"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Where an incident stands is said in the text of its update, and was kept beside it.
UPDATE "Rendering" r SET "json" = r."json" || jsonb_build_object('status', u."status")
FROM "Revision" v JOIN "Update" u ON u."id" = v."updateId" WHERE v."sourceHash" = r."sourceHash";

-- CreateTable
CREATE TABLE "SiteRevision" (
    "id" SERIAL NOT NULL,
    "json" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SiteRevision_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "SiteRevision_hash_key" ON "SiteRevision"("hash");

INSERT INTO "SiteRevision" ("json", "hash", "createdAt")
SELECT DISTINCT ON ("site") "site", encode(sha256(convert_to("site"::text, 'UTF8')), 'hex'), "publishedAt" FROM "Edition" ORDER BY "site", "number";

ALTER TABLE "Edition" ADD COLUMN "siteRevisionId" INTEGER;
UPDATE "Edition" e SET "siteRevisionId" = s."id" FROM "SiteRevision" s WHERE s."json" = e."site";
ALTER TABLE "Edition" ALTER COLUMN "siteRevisionId" SET NOT NULL;
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_siteRevisionId_fkey" FOREIGN KEY ("siteRevisionId") REFERENCES "SiteRevision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Edition" DROP COLUMN "site";
