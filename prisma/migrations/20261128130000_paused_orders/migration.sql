-- An order can rest. Nothing here uses the new state: it is not known before this commits.
ALTER TYPE "ActionState" ADD VALUE 'paused' BEFORE 'withdrawn';
ALTER TABLE "RequiredAction" ADD COLUMN "pausedAt" TIMESTAMPTZ(3);

-- A list is counted and sampled by its own rows.
CREATE INDEX "CohortMember_cohortId_accountId_idx" ON "CohortMember"("cohortId", "accountId");

-- A count has its time, and says how many of the team it holds.
ALTER TABLE "Cohort" ADD COLUMN "staff" INTEGER, ADD COLUMN "countedAt" TIMESTAMPTZ(3);
UPDATE "Cohort" c SET "countedAt" = date_trunc('milliseconds', clock_timestamp()), ("size", "staff") = (
  SELECT count(*), count(*) FILTER (WHERE cardinality(a."roles") > 0) FROM "Account" a
  WHERE a."disabledAt" IS NULL AND CASE
    WHEN c."rule" IS NULL THEN a."id" IN (SELECT m."accountId" FROM "CohortMember" m WHERE m."cohortId" = c."id")
    WHEN c."rule" ? 'everyone' THEN TRUE
    WHEN c."rule" ? 'market' THEN a."market" = c."rule"->>'market'
    WHEN c."rule" ? 'createdBefore' THEN a."createdAt" < (c."rule"->>'createdBefore')::timestamptz
    ELSE FALSE END);
ALTER TABLE "Cohort" ALTER COLUMN "staff" SET NOT NULL, ALTER COLUMN "countedAt" SET NOT NULL;
