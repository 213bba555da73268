-- CreateEnum
CREATE TYPE "ApprovalWay" AS ENUM ('studio', 'key');

-- AlterTable
ALTER TABLE "Approval" ADD COLUMN "way" "ApprovalWay" NOT NULL DEFAULT 'studio';

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN "reviewLinkId" INTEGER,
ALTER COLUMN "authorId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Emergency" ADD COLUMN "operator" TEXT,
ALTER COLUMN "accountId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "FactsRevision" ADD COLUMN "source" TEXT;

-- AlterTable
ALTER TABLE "SiteRevision" ADD COLUMN "source" TEXT;

-- AlterTable
ALTER TABLE "Submission" ADD COLUMN "pushedAs" TEXT,
ALTER COLUMN "authorId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "ApprovalKey" (
    "id" SERIAL NOT NULL,
    "accountId" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "secretHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApprovalKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewLink" (
    "id" SERIAL NOT NULL,
    "submissionId" INTEGER NOT NULL,
    "secretHash" TEXT NOT NULL,
    "forWhom" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "createdById" BIGINT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "opened" INTEGER NOT NULL DEFAULT 0,
    "openedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReviewLink_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ApprovalKey_secretHash_key" ON "ApprovalKey"("secretHash");

-- CreateIndex
CREATE INDEX "ApprovalKey_accountId_idx" ON "ApprovalKey"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewLink_secretHash_key" ON "ReviewLink"("secretHash");

-- CreateIndex
CREATE INDEX "ReviewLink_submissionId_idx" ON "ReviewLink"("submissionId");

-- AddForeignKey
ALTER TABLE "ApprovalKey" ADD CONSTRAINT "ApprovalKey_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewLink" ADD CONSTRAINT "ReviewLink_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_reviewLinkId_fkey" FOREIGN KEY ("reviewLinkId") REFERENCES "ReviewLink"("id") ON DELETE SET NULL ON UPDATE CASCADE;
