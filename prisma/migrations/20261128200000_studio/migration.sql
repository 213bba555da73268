-- CreateEnum
CREATE TYPE "SubmissionState" AS ENUM ('waiting', 'sent_back', 'approved', 'replaced');

-- AlterTable
ALTER TABLE "FactsRevision" ADD COLUMN "authorIds" BIGINT[] DEFAULT ARRAY[]::BIGINT[];

-- AlterTable
ALTER TABLE "Revision" ADD COLUMN "authorIds" BIGINT[] DEFAULT ARRAY[]::BIGINT[];

-- CreateTable
CREATE TABLE "Draft" (
    "id" SERIAL NOT NULL,
    "postId" INTEGER NOT NULL,
    "updateId" INTEGER,
    "locale" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "authorIds" BIGINT[] DEFAULT ARRAY[]::BIGINT[],
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Submission" (
    "id" SERIAL NOT NULL,
    "revisionId" INTEGER NOT NULL,
    "factsRevisionId" INTEGER,
    "renderingId" INTEGER NOT NULL,
    "authorId" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" "SubmissionState" NOT NULL,
    "warnings" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Approval" (
    "submissionId" INTEGER NOT NULL,
    "approverId" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sourceHash" TEXT NOT NULL,
    "factsHash" TEXT NOT NULL,

    CONSTRAINT "Approval_pkey" PRIMARY KEY ("submissionId")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" SERIAL NOT NULL,
    "submissionId" INTEGER NOT NULL,
    "line" INTEGER,
    "text" TEXT NOT NULL,
    "authorId" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KeptForm" (
    "id" TEXT NOT NULL,
    "accountId" BIGINT NOT NULL,
    "json" JSONB NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KeptForm_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Draft_updateId_locale_key" ON "Draft"("updateId", "locale");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_postId_locale_key" ON "Draft"("postId", "locale") WHERE ("updateId" IS NULL);

-- CreateIndex
CREATE INDEX "Submission_revisionId_idx" ON "Submission"("revisionId");

-- CreateIndex
CREATE INDEX "Submission_state_idx" ON "Submission"("state");

-- CreateIndex
CREATE INDEX "Comment_submissionId_idx" ON "Comment"("submissionId");

-- CreateIndex
CREATE INDEX "KeptForm_expiresAt_idx" ON "KeptForm"("expiresAt");

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_updateId_fkey" FOREIGN KEY ("updateId") REFERENCES "Update"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_factsRevisionId_fkey" FOREIGN KEY ("factsRevisionId") REFERENCES "FactsRevision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_renderingId_fkey" FOREIGN KEY ("renderingId") REFERENCES "Rendering"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
