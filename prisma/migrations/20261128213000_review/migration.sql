-- CreateEnum
CREATE TYPE "CheckOutcome" AS ENUM ('same', 'different', 'unreachable');

-- CreateTable
CREATE TABLE "Emergency" (
    "editionNumber" INTEGER NOT NULL,
    "accountId" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Emergency_pkey" PRIMARY KEY ("editionNumber")
);

-- CreateTable
CREATE TABLE "PublicationCheck" (
    "editionNumber" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "CheckOutcome" NOT NULL,

    CONSTRAINT "PublicationCheck_pkey" PRIMARY KEY ("editionNumber","path")
);

-- CreateTable
CREATE TABLE "PromiseWarning" (
    "noticeId" TEXT NOT NULL,
    "by" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PromiseWarning_pkey" PRIMARY KEY ("noticeId","by")
);

-- AddForeignKey
ALTER TABLE "Emergency" ADD CONSTRAINT "Emergency_editionNumber_fkey" FOREIGN KEY ("editionNumber") REFERENCES "Edition"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationCheck" ADD CONSTRAINT "PublicationCheck_editionNumber_fkey" FOREIGN KEY ("editionNumber") REFERENCES "Edition"("number") ON DELETE RESTRICT ON UPDATE CASCADE;
