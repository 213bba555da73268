-- Who lives: instances and workers say it every few seconds.
CREATE TYPE "ProcessKind" AS ENUM ('serve', 'work');

CREATE TABLE "Process" (
    "id" TEXT NOT NULL,
    "kind" "ProcessKind" NOT NULL,
    "host" TEXT NOT NULL,
    "build" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "edition" INTEGER,

    CONSTRAINT "Process_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "Process_seenAt_idx" ON "Process"("seenAt");
