-- AlterTable
ALTER TABLE "Account" ADD COLUMN "keysOff" BOOLEAN NOT NULL DEFAULT false;
