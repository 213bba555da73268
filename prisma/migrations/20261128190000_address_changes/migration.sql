-- An address that was changed can be taken back by the mailbox of before.
CREATE TABLE "AddressChange" (
  "id" BIGSERIAL NOT NULL,
  "accountId" BIGINT NOT NULL,
  "fromEmail" TEXT NOT NULL,
  "fromKey" TEXT NOT NULL,
  "toEmail" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "device" TEXT NOT NULL,
  "network" TEXT NOT NULL,
  "passwordHash" TEXT,
  "revertedAt" TIMESTAMPTZ(3),
  CONSTRAINT "AddressChange_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "AddressChange_accountId_at_idx" ON "AddressChange"("accountId", "at");
CREATE INDEX "AddressChange_fromKey_at_idx" ON "AddressChange"("fromKey", "at");
ALTER TABLE "AddressChange" ADD CONSTRAINT "AddressChange_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whom of the team to tell is found without a look at any customer's row.
CREATE INDEX "Account_staff_idx" ON "Account"("id") WHERE (roles <> '{}');
