import { Prisma } from '#generated/prisma/client.ts';

/** The revision that `s` names, and another of the same text in the same language. */
const samePlace = Prisma.sql`FROM "Revision" v JOIN "Revision" w ON w."postId" = v."postId" AND w."updateId" IS NOT DISTINCT FROM v."updateId"
  AND w.locale = v.locale WHERE v.id = s."revisionId"`;

/**
 * Whether what a submission `s` names is the newest there is: no newer revision of its text, and its facts the newest of its incident. Once it is
 * not, it never is again: what goes back to earlier words is a newer revision.
 */
export const isNewest = Prisma.sql`(NOT EXISTS (SELECT 1 ${samePlace} AND w.id > v.id)
  AND s."factsRevisionId" IS NOT DISTINCT FROM (SELECT max(f.id) FROM "Revision" v JOIN "Post" o ON o.id = v."postId"
    JOIN "FactsRevision" f ON f."incidentId" = o."incidentId" WHERE v.id = s."revisionId"))`;

/**
 * Whether an account has a part in what a submission `s` names, so that it is nobody to approve it: it submitted it, wrote in a revision of the text
 * or of the facts since those that were published before it (not in an emergency), or published it alone. `account`: an expression of SQL.
 */
export const hasPart = (account: Prisma.Sql) => Prisma.sql`(s."authorId" IS NOT DISTINCT FROM ${account}
  OR EXISTS (SELECT 1 ${samePlace} AND w.id <= v.id AND ${account} = ANY(w."authorIds") AND w.id > coalesce((
    SELECT max(p."revisionId") FROM "Publication" p WHERE p."postId" = v."postId" AND p."updateId" IS NOT DISTINCT FROM v."updateId"
      AND p.locale = v.locale AND p."revisionId" < v.id AND NOT EXISTS (SELECT 1 FROM "Emergency" e WHERE e."editionNumber" = p."editionNumber")), 0))
  OR EXISTS (SELECT 1 FROM "FactsRevision" f JOIN "FactsRevision" w ON w."incidentId" = f."incidentId" AND w.id <= f.id
    WHERE f.id = s."factsRevisionId" AND ${account} = ANY(w."authorIds") AND w.id > coalesce((
      SELECT max(g.id) FROM "FactsRevision" g JOIN "Publication" p ON p."factsRevisionId" = g.id WHERE g."incidentId" = f."incidentId" AND g.id < f.id
        AND NOT EXISTS (SELECT 1 FROM "Emergency" e WHERE e."editionNumber" = p."editionNumber")), 0))
  OR EXISTS (SELECT 1 FROM "Emergency" e JOIN "Publication" p ON p."editionNumber" = e."editionNumber"
    WHERE p."revisionId" = s."revisionId" AND e."accountId" = ${account}))`;

/** Whether a word `a` lets each finding stand that a submission `s` has, an error with a reason. */
const letsStand = Prisma.sql`(jsonb_array_length(a.accepted) = jsonb_array_length(s.standing) AND NOT EXISTS (
  SELECT 1 FROM ROWS FROM (jsonb_array_elements(s.standing), jsonb_array_elements(a.accepted)) AS pair(found, given)
  WHERE given->'rule' IS DISTINCT FROM found->'rule' OR given->'line' IS DISTINCT FROM found->'line' OR given->'column' IS DISTINCT FROM found->'column'
    OR (found->>'severity' = 'error' AND coalesce(given->>'reason', '') = '')))`;

/** Whether a submission `s` has an error that somebody has to let stand. */
export const needsWaiver = Prisma.sql`jsonb_path_exists(s.standing, '$[*] ? (@.severity == "error")')`;

/** Whether somebody else's word `a` was given for exactly the text, the facts and the findings that a submission `s` names, in the look that it names. */
const isApproved = Prisma.sql`EXISTS (SELECT 1 FROM "Approval" a JOIN "Revision" v ON v.id = s."revisionId" JOIN "Rendering" r ON r.id = s."renderingId"
  LEFT JOIN "FactsRevision" f ON f.id = s."factsRevisionId"
  WHERE a."submissionId" = s.id AND a."sourceHash" = v."sourceHash" AND r."sourceHash" = v."sourceHash"
    AND a."factsHash" = coalesce(f.hash, '') AND r."factsHash" = a."factsHash" AND ${letsStand} AND NOT ${hasPart(Prisma.sql`a."approverId"`)})`;

/** Whether the approval of a submission `s` holds. The one rule by which pages speak and texts are published. */
export const approvalHolds = Prisma.sql`(s.state = 'approved' AND ${isApproved} AND ${isNewest})`;

/** Whether what a submission `s` names is live as it is. */
export const isLive = Prisma.sql`EXISTS (SELECT 1 FROM "Revision" v JOIN LATERAL (
    SELECT * FROM "Publication" p WHERE p."postId" = v."postId" AND p."updateId" IS NOT DISTINCT FROM v."updateId" AND p.locale = v.locale
    ORDER BY p."editionNumber" DESC, p.id DESC LIMIT 1
  ) p ON TRUE WHERE v.id = s."revisionId" AND p."revisionId" = s."revisionId" AND p."factsRevisionId" IS NOT DISTINCT FROM s."factsRevisionId"
    AND p."renderingId" = s."renderingId")`;

/**
 * Whether an emergency publication `p` still has nobody but the one who made it: no second person approved exactly this afterwards, and no newer text
 * of the same place is live that went the ordinary way.
 */
export const isUnanswered = Prisma.sql`(NOT EXISTS (SELECT 1 FROM "Submission" s WHERE s."revisionId" = p."revisionId"
    AND s."factsRevisionId" IS NOT DISTINCT FROM p."factsRevisionId" AND ${isApproved})
  AND NOT EXISTS (SELECT 1 FROM "Publication" n WHERE n."postId" = p."postId" AND n."updateId" IS NOT DISTINCT FROM p."updateId" AND n.locale = p.locale
    AND n.id > p.id AND (n."revisionId" > p."revisionId" OR n."factsRevisionId" > p."factsRevisionId") AND NOT EXISTS (SELECT 1 FROM "Emergency" e WHERE e."editionNumber" = n."editionNumber")))`;
