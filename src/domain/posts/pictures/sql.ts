import { Prisma } from '#generated/prisma/client.ts';

/** Every text of the folder of a picture `p` as it is now: as it is being written, else its newest revision. */
export const currentTexts = Prisma.sql`
  SELECT d."updateId", d.locale, d.source, d.id AS draft FROM "Draft" d WHERE d."postId" = p."postId" AND (d."updateId" IS NOT NULL) = p."ofUpdates"
  UNION ALL
  SELECT v."updateId", v.locale, v.source, NULL FROM "Revision" v WHERE v."postId" = p."postId" AND (v."updateId" IS NOT NULL) = p."ofUpdates"
    AND NOT EXISTS (SELECT 1 FROM "Revision" w WHERE w."postId" = v."postId" AND w."updateId" IS NOT DISTINCT FROM v."updateId" AND w.locale = v.locale AND w.id > v.id)
    AND NOT EXISTS (SELECT 1 FROM "Draft" d WHERE d."postId" = v."postId" AND d."updateId" IS NOT DISTINCT FROM v."updateId" AND d.locale = v.locale)`;

/** Whether a text `t` names a picture `p`: its name by itself, and not the end of a longer one. What is in a sentence counts too; it is the safe side. */
export const isNamedIn = Prisma.sql`t.source ~ ('(^|[^A-Za-z0-9_./-]|[^A-Za-z0-9_./-]\\./)' || replace(p.name, '.', '\\.') || '([^A-Za-z0-9_-]|$)')`;

/** Whether something that was submitted or published shows the picture `p`. */
export const wasShown = Prisma.sql`EXISTS (SELECT 1 FROM "Revision" v JOIN "Rendering" r ON r."sourceHash" = v."sourceHash"
  WHERE v."postId" = p."postId" AND (v."updateId" IS NOT NULL) = p."ofUpdates" AND r.json->'pictures' @> to_jsonb(p.hash))`;
