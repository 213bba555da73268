import type { Transaction } from '#domain/core/context.ts';
import { WAITS_MS } from '../scheduled/lapse.ts';

/**
 * Promises of open incidents whose time has passed, and that no edition says are late. A promise is that of the newest facts that any text of the
 * advisory was published with, if that was before its time. What is scheduled to keep it and has still to go out is waited for.
 */
export function brokenPromises(tx: Pick<Transaction, '$queryRaw'>, now: Date): Promise<{ postId: number; by: Date }[]> {
  const waits = new Date(now.getTime() - WAITS_MS);
  return tx.$queryRaw<{ postId: number; by: Date }[]>`
    SELECT o.id AS "postId", f.by FROM "Post" o
    JOIN LATERAL (
      SELECT g.id, (g.json->>'nextUpdateBy')::timestamptz AS by FROM "Publication" p JOIN "FactsRevision" g ON g.id = p."factsRevisionId"
      WHERE p."postId" = o.id ORDER BY g.id DESC LIMIT 1
    ) f ON f.by <= ${now}
    WHERE o.kind = 'advisory'
      AND EXISTS (SELECT 1 FROM "Publication" p JOIN "FactsRevision" g ON g.id = p."factsRevisionId"
        WHERE p."postId" = o.id AND (g.json->>'nextUpdateBy')::timestamptz = f.by AND p."publishedAt" < f.by)
      AND 'resolved' IS DISTINCT FROM (SELECT u.status::text FROM "Update" u WHERE u."postId" = o.id
        AND EXISTS (SELECT 1 FROM "Publication" p WHERE p."updateId" = u.id) ORDER BY u.at DESC, u.slug COLLATE "C" DESC LIMIT 1)
      AND NOT EXISTS (SELECT 1 FROM "Late" l WHERE l."postId" = o.id AND l.by = f.by)
      AND NOT EXISTS (SELECT 1 FROM "Schedule" c JOIN "ScheduledText" x ON x."scheduleId" = c.id JOIN "Submission" s ON s.id = x."submissionId"
        JOIN "Revision" v ON v.id = s."revisionId" WHERE v."postId" = o.id AND c.state = 'due' AND c.at <= f.by AND c.at > ${waits})
    ORDER BY o.id`;
}
