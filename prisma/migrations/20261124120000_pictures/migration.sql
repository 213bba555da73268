-- CreateTable
CREATE TABLE "Picture" (
    "hash" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,

    CONSTRAINT "Picture_pkey" PRIMARY KEY ("hash")
);

-- What was rendered before shows none.
UPDATE "Rendering" SET "json" = "json" || '{"pictures": []}';
