-- When the present password was made, where an import brought it.
ALTER TABLE "Account" ADD COLUMN "passwordChangedAt" TIMESTAMPTZ(3);

-- What an import holds until it is merged. Not logged: a crash of the server empties all three together, and the import starts anew.
CREATE SCHEMA "account_import";

-- How far the one import has come: a row, or none.
CREATE UNLOGGED TABLE "account_import"."run" (
    "id" UUID NOT NULL,
    -- What the rows were judged with.
    "options" TEXT NOT NULL,
    -- Of the text, decompressed: how much of it is in, and the SHA-256 (hex) of that much.
    "bytes" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "lines" BIGINT NOT NULL,
    "rows" BIGINT NOT NULL,
    "touchedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "run_pkey" PRIMARY KEY ("id")
);

CREATE UNLOGGED TABLE "account_import"."staged" (
    "line" BIGINT NOT NULL,
    "email" TEXT NOT NULL,
    "emailKey" TEXT NOT NULL,
    -- NULL: the row does not say.
    "market" TEXT,
    "locale" TEXT,
    "createdAt" TIMESTAMPTZ(3),
    "passwordHash" TEXT,
    "passwordChangedAt" TIMESTAMPTZ(3)
);

CREATE UNLOGGED TABLE "account_import"."rejected" (
    "line" BIGINT NOT NULL,
    "reason" TEXT NOT NULL
);
