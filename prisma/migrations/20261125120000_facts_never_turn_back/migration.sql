-- Only proofs that a person can give: an order that asked for another could never be closed.
ALTER TYPE "Proof" RENAME TO "Proof_before";
CREATE TYPE "Proof" AS ENUM ('current', 'email_code');

-- Every change of a password, as it happened.
CREATE TABLE "PasswordChange" (
    "id" BIGSERIAL NOT NULL,
    "accountId" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "proof" "Proof" NOT NULL,
    "sessionsEnded" INTEGER,

    CONSTRAINT "PasswordChange_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "PasswordChange_accountId_proof_at_idx" ON "PasswordChange"("accountId", "proof", "at");
ALTER TABLE "PasswordChange" ADD CONSTRAINT "PasswordChange_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The last change was kept in the account, the devices that it signed out in the audit log.
INSERT INTO "PasswordChange" ("accountId", "at", "proof", "sessionsEnded")
SELECT a.id, a."passwordChangedAt", (CASE WHEN a."passwordProof" = 'current' THEN 'current' ELSE 'email_code' END)::"Proof",
  (SELECT (e.detail->>'sessionsEnded')::int FROM "AuditEntry" e
    WHERE e.at = a."passwordChangedAt" AND e.actor = 'account:' || a.id AND e.verb = 'accounts/change-password' AND e.outcome = 'done' LIMIT 1)
FROM "Account" a WHERE a."passwordChangedAt" IS NOT NULL AND a."passwordProof" IS NOT NULL;
ALTER TABLE "Account" DROP COLUMN "passwordChangedAt", DROP COLUMN "passwordProof";

ALTER TABLE "ProofGrant" ALTER COLUMN "proof" TYPE "Proof" USING (CASE WHEN "proof"::text = 'current' THEN 'current' ELSE 'email_code' END)::"Proof";
ALTER TABLE "RequiredAction" ALTER COLUMN "proof" DROP DEFAULT;
ALTER TABLE "RequiredAction" ALTER COLUMN "proof" TYPE "Proof" USING (CASE WHEN "proof"::text = 'current' THEN 'current' ELSE 'email_code' END)::"Proof";
ALTER TABLE "RequiredAction" ALTER COLUMN "proof" SET DEFAULT 'current';
DROP TYPE "Proof_before";

-- What an order had ended stays ended when it is withdrawn. When those withdrawn before were is not known: they go on counting from now.
ALTER TABLE "RequiredAction" ADD COLUMN "withdrawnAt" TIMESTAMPTZ(3);
UPDATE "RequiredAction" SET "withdrawnAt" = now() WHERE state = 'withdrawn';

-- From an account to what it is asked for, by its own cohorts alone.
DROP INDEX "RequiredAction_state_idx";
CREATE INDEX "RequiredAction_cohortId_idx" ON "RequiredAction"("cohortId");
CREATE INDEX "Cohort_rule_idx" ON "Cohort"("rule");
