-- Nothing writes an order before it is active, pauses one, or says who wrote a revision.
ALTER TABLE "RequiredAction" ALTER COLUMN "state" DROP DEFAULT;
ALTER TYPE "ActionState" RENAME TO "ActionState_before";
CREATE TYPE "ActionState" AS ENUM ('active', 'withdrawn');
ALTER TABLE "RequiredAction" ALTER COLUMN "state" TYPE "ActionState" USING "state"::text::"ActionState";
DROP TYPE "ActionState_before";
ALTER TABLE "RequiredAction" ALTER COLUMN "since" SET NOT NULL;
ALTER TABLE "Revision" DROP COLUMN "authorId";
-- A rendering says how large its pictures are.
ALTER TABLE "Picture" DROP COLUMN "width", DROP COLUMN "height";
