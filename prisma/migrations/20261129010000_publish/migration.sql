-- CreateEnum
CREATE TYPE "ScheduleState" AS ENUM ('due', 'done', 'missed', 'stopped');

-- CreateEnum
CREATE TYPE "ScheduleMiss" AS ENUM ('approval_ended', 'no_worker', 'not_rendered');

-- CreateTable
CREATE TABLE "Schedule" (
    "id" SERIAL NOT NULL,
    "accountId" BIGINT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "zone" TEXT NOT NULL,
    "reasons" JSONB NOT NULL DEFAULT '{}',
    "state" "ScheduleState" NOT NULL DEFAULT 'due',
    "endedAt" TIMESTAMPTZ(3),
    "endedById" BIGINT,
    "missed" "ScheduleMiss",
    "editionNumber" INTEGER,
    "putAwayAt" TIMESTAMPTZ(3),

    CONSTRAINT "Schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScheduledText" (
    "scheduleId" INTEGER NOT NULL,
    "submissionId" INTEGER NOT NULL,

    CONSTRAINT "ScheduledText_pkey" PRIMARY KEY ("scheduleId","submissionId")
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" SERIAL NOT NULL,
    "postId" INTEGER NOT NULL,
    "updateId" INTEGER,
    "locale" TEXT NOT NULL,
    "editionNumber" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "changes" JSONB NOT NULL,
    "why" TEXT,

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Late" (
    "editionNumber" INTEGER NOT NULL,
    "postId" INTEGER NOT NULL,
    "by" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Late_pkey" PRIMARY KEY ("editionNumber","postId")
);

-- CreateIndex
CREATE INDEX "Schedule_state_at_idx" ON "Schedule"("state", "at");

-- CreateIndex
CREATE INDEX "Schedule_accountId_idx" ON "Schedule"("accountId");

-- CreateIndex
CREATE INDEX "ScheduledText_submissionId_idx" ON "ScheduledText"("submissionId");

-- CreateIndex
CREATE INDEX "Correction_postId_editionNumber_idx" ON "Correction"("postId", "editionNumber");

-- CreateIndex
CREATE INDEX "Late_postId_idx" ON "Late"("postId");

-- AddForeignKey
ALTER TABLE "Schedule" ADD CONSTRAINT "Schedule_editionNumber_fkey" FOREIGN KEY ("editionNumber") REFERENCES "Edition"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScheduledText" ADD CONSTRAINT "ScheduledText_scheduleId_fkey" FOREIGN KEY ("scheduleId") REFERENCES "Schedule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScheduledText" ADD CONSTRAINT "ScheduledText_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_updateId_fkey" FOREIGN KEY ("updateId") REFERENCES "Update"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_editionNumber_fkey" FOREIGN KEY ("editionNumber") REFERENCES "Edition"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Late" ADD CONSTRAINT "Late_editionNumber_fkey" FOREIGN KEY ("editionNumber") REFERENCES "Edition"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Late" ADD CONSTRAINT "Late_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
