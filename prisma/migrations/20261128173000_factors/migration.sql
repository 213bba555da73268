-- A second factor shows whose account it is, too.
ALTER TYPE "Proof" ADD VALUE 'factor';

-- A secret that is being set up belongs to the session that has begun it.
ALTER TABLE "TotpSecret" ADD COLUMN "sessionId" TEXT;
ALTER TABLE "TotpSecret" ADD CONSTRAINT "TotpSecret_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
