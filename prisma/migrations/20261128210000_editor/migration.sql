-- CreateTable
CREATE TABLE "Presence" (
    "draftId" INTEGER NOT NULL,
    "sessionId" TEXT NOT NULL,
    "accountId" BIGINT NOT NULL,
    "writing" BOOLEAN NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("draftId","sessionId")
);

-- CreateTable
CREATE TABLE "PostPicture" (
    "postId" INTEGER NOT NULL,
    "ofUpdates" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,

    CONSTRAINT "PostPicture_pkey" PRIMARY KEY ("postId","ofUpdates","name")
);

-- CreateIndex
CREATE INDEX "Presence_accountId_idx" ON "Presence"("accountId");

-- CreateIndex
CREATE INDEX "Presence_seenAt_idx" ON "Presence"("seenAt");

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostPicture" ADD CONSTRAINT "PostPicture_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostPicture" ADD CONSTRAINT "PostPicture_hash_fkey" FOREIGN KEY ("hash") REFERENCES "Picture"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;
