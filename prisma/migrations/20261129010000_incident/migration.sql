-- CreateTable
CREATE TABLE "FactsDraft" (
    "incidentId" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "baseId" INTEGER,
    "authorIds" BIGINT[] DEFAULT ARRAY[]::BIGINT[],
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FactsDraft_pkey" PRIMARY KEY ("incidentId")
);

-- AddForeignKey
ALTER TABLE "FactsDraft" ADD CONSTRAINT "FactsDraft_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactsDraft" ADD CONSTRAINT "FactsDraft_baseId_fkey" FOREIGN KEY ("baseId") REFERENCES "FactsRevision"("id") ON DELETE SET NULL ON UPDATE CASCADE;
