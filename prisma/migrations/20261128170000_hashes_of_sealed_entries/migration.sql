-- A seal names each entry that it holds. None was made before this column was there.
-- AlterTable
ALTER TABLE "AuditSeal" ADD COLUMN     "entryHashes" BYTEA NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "AuditSeal_previousHash_key" ON "AuditSeal"("previousHash");
