-- A session has an end of its own, and says by what its person has authenticated.
CREATE TYPE "AuthenticationLevel" AS ENUM ('password', 'factor');
ALTER TABLE "Session" ADD COLUMN "awaitsFactor" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "level" "AuthenticationLevel" NOT NULL DEFAULT 'password',
  ADD COLUMN "expiresAt" TIMESTAMPTZ(3);
UPDATE "Session" s SET "expiresAt" = s."createdAt" + CASE WHEN a."roles" = '{}' THEN interval '30 days' ELSE interval '12 hours' END
  FROM "Account" a WHERE a."id" = s."accountId";
ALTER TABLE "Session" ALTER COLUMN "expiresAt" SET NOT NULL;

-- A proof belongs to the password that stood when it was given. Those that are under way are given again.
DELETE FROM "ProofGrant";
ALTER TABLE "ProofGrant" ADD COLUMN "passwordVersion" INTEGER NOT NULL;

-- A code is good for the browser that asked. Those that are under way are asked for again.
DELETE FROM "OneTimeCode";
CREATE TYPE "CodePurpose" AS ENUM ('change', 'recover', 'confirm', 'enrol');
ALTER TABLE "OneTimeCode" DROP CONSTRAINT "OneTimeCode_accountId_fkey";
DROP INDEX "OneTimeCode_accountId_purpose_key";
ALTER TABLE "OneTimeCode" ADD COLUMN "codeHash" TEXT,
  ADD COLUMN "provedAt" TIMESTAMPTZ(3),
  ADD COLUMN "factorAt" TIMESTAMPTZ(3),
  ADD COLUMN "email" TEXT,
  ALTER COLUMN "accountId" DROP NOT NULL,
  DROP COLUMN "purpose",
  ADD COLUMN "purpose" "CodePurpose" NOT NULL;
CREATE INDEX "OneTimeCode_accountId_idx" ON "OneTimeCode"("accountId");
CREATE INDEX "OneTimeCode_sessionId_purpose_idx" ON "OneTimeCode"("sessionId", "purpose");
ALTER TABLE "OneTimeCode" ADD CONSTRAINT "OneTimeCode_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
