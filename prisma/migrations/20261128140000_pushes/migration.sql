-- A site that returns to an earlier state is a row of its own, so that the higher number is the newer one.
DROP INDEX "SiteRevision_hash_key";

CREATE TABLE "Push" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "siteRevisionId" INTEGER NOT NULL,
    "texts" JSONB NOT NULL,

    CONSTRAINT "Push_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "Push" ADD CONSTRAINT "Push_siteRevisionId_fkey" FOREIGN KEY ("siteRevisionId") REFERENCES "SiteRevision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
