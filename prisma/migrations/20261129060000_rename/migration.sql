-- CreateTable
CREATE TABLE "FormerSlug" (
    "id" SERIAL NOT NULL,
    "kind" "PostKind" NOT NULL,
    "postId" INTEGER NOT NULL,
    "updateId" INTEGER,
    "slug" TEXT NOT NULL,

    CONSTRAINT "FormerSlug_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "FormerSlug_kind_slug_key" ON "FormerSlug"("kind", "slug") WHERE "updateId" IS NULL;

-- CreateIndex
CREATE UNIQUE INDEX "FormerSlug_postId_slug_key" ON "FormerSlug"("postId", "slug") WHERE "updateId" IS NOT NULL;

-- CreateIndex
CREATE INDEX "FormerSlug_updateId_idx" ON "FormerSlug"("updateId");

-- AddForeignKey
ALTER TABLE "FormerSlug" ADD CONSTRAINT "FormerSlug_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormerSlug" ADD CONSTRAINT "FormerSlug_updateId_fkey" FOREIGN KEY ("updateId") REFERENCES "Update"("id") ON DELETE CASCADE ON UPDATE CASCADE;
