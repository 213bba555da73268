-- What hangs on a session follows it to its next secret. What was left behind by one was void already, and lives for minutes.
DELETE FROM "OneTimeCode" c WHERE "sessionId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Session" s WHERE s.id = c."sessionId");
DELETE FROM "PasskeyChallenge" c WHERE "sessionId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Session" s WHERE s.id = c."sessionId");
ALTER TABLE "OneTimeCode" ADD CONSTRAINT "OneTimeCode_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PasskeyChallenge" ADD CONSTRAINT "PasskeyChallenge_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "PasskeyChallenge_sessionId_idx" ON "PasskeyChallenge"("sessionId");

-- A challenge of a recovery belongs to its request for a code, and ends with it.
ALTER TABLE "PasskeyChallenge" ADD COLUMN "requestId" TEXT;
ALTER TABLE "PasskeyChallenge" ADD CONSTRAINT "PasskeyChallenge_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "OneTimeCode"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "PasskeyChallenge_requestId_idx" ON "PasskeyChallenge"("requestId");
