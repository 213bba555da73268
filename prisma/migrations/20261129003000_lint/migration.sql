-- AlterTable: what a text is submitted with holds errors too, that an approver may let stand
ALTER TABLE "Submission" ADD COLUMN "standing" JSONB NOT NULL DEFAULT '[]';

UPDATE "Submission" s SET "standing" = (
    SELECT jsonb_agg(w || '{"severity": "warning", "words": "", "request": null}'::jsonb ORDER BY n)
    FROM jsonb_array_elements(s."warnings") WITH ORDINALITY AS e(w, n)
) WHERE jsonb_array_length(s."warnings") > 0;

ALTER TABLE "Submission" DROP COLUMN "warnings";

-- AlterTable
ALTER TABLE "Approval" ADD COLUMN "accepted" JSONB NOT NULL DEFAULT '[]';

-- An approval that was given with warnings in sight holds on
UPDATE "Approval" a SET "accepted" = (
    SELECT jsonb_agg(w - 'message' - 'request' || '{"reason": null}'::jsonb ORDER BY n)
    FROM jsonb_array_elements(s."standing") WITH ORDINALITY AS e(w, n)
) FROM "Submission" s WHERE s.id = a."submissionId" AND jsonb_array_length(s."standing") > 0;
