import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Transaction } from '#domain/core/context.ts';
import { verb } from '#domain/core/verb.ts';
import { siteSchema } from '#model/site.ts';

/** The one lock under which editions are numbered. */
const EDITION_LOCK = 4_206_001;

/** What instances listen to; the payload is the edition's number. */
export const EDITION_CHANNEL = 'candor_edition';

export interface PublishView {
  /** The newest edition's number, with or without news. */
  edition: number;
  /** How many texts it publishes anew. */
  published: number;
}

/** Publishes the newest revision of every text, with its incident's newest facts, as the next edition. Without news there is no new edition. */
export const publishContent = verb({
  name: 'publishing/publish',
  input: z.strictObject({ site: siteSchema }),
  async run(tx, ctx, { site }): Promise<PublishView> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${EDITION_LOCK})`;
    const newest = await tx.edition.findFirst({ orderBy: { number: 'desc' } });
    const due = await unpublished(tx);
    const siteChanged = !newest || !isDeepStrictEqual(siteSchema.parse(newest.site), site);
    if (newest && due.length === 0 && !siteChanged) return { edition: newest.number, published: 0 };
    const number = (newest?.number ?? 0) + 1;
    await tx.edition.create({ data: { number, publishedAt: ctx.now, site: JSON.parse(JSON.stringify(site)) } });
    await tx.publication.createMany({ data: due.map((row) => ({ ...row, editionNumber: number, publishedAt: ctx.now })) });
    await tx.$executeRaw`SELECT pg_notify(${EDITION_CHANNEL}, ${String(number)})`;
    return { edition: number, published: due.length };
  },
  audit: (view) => ({ subject: `edition:${view.edition}`, detail: { published: view.published } }),
});

interface Due {
  postId: number;
  updateId: number | null;
  locale: string;
  revisionId: number;
  factsRevisionId: number | null;
}

/** Newest revision and facts of each text, where they differ from what is live. */
function unpublished(tx: Transaction): Promise<Due[]> {
  return tx.$queryRaw<Due[]>`
    WITH newest AS (
      SELECT DISTINCT ON (r."postId", r."updateId", r.locale) r."postId", r."updateId", r.locale, r.id AS "revisionId",
        (SELECT max(f.id) FROM "FactsRevision" f WHERE f."incidentId" = p."incidentId") AS "factsRevisionId"
      FROM "Revision" r JOIN "Post" p ON p.id = r."postId"
      ORDER BY r."postId", r."updateId", r.locale, r.id DESC
    ), live AS (
      SELECT DISTINCT ON ("postId", "updateId", locale) "postId", "updateId", locale, "revisionId", "factsRevisionId"
      FROM "Publication" ORDER BY "postId", "updateId", locale, "editionNumber" DESC
    )
    SELECT n.* FROM newest n LEFT JOIN live l ON l."postId" = n."postId" AND l."updateId" IS NOT DISTINCT FROM n."updateId" AND l.locale = n.locale
    WHERE l."revisionId" IS DISTINCT FROM n."revisionId" OR l."factsRevisionId" IS DISTINCT FROM n."factsRevisionId"`;
}
