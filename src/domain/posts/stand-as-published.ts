import type { Transaction } from '#domain/core/context.ts';
import type { PublishedPost } from '#model/edition.ts';

/** Writes what account pages read beside the publications: each incident's title and time, each update's status and time. Two statements. */
export async function standAsPublished(tx: Transaction, posts: readonly PublishedPost[]): Promise<void> {
  const incidents = posts.flatMap(({ slug, facts }) => (facts ? [{ slug, title: facts.title.en ?? slug, detectedAt: facts.detectedAt }] : []));
  const updates = posts.flatMap((post) => post.updates.map(({ slug, status, at }) => ({ post: post.slug, slug, status, at })));
  await tx.$executeRaw`
    UPDATE "Incident" i SET title = g.title, "detectedAt" = g."detectedAt"
    FROM jsonb_to_recordset(${JSON.stringify(incidents)}::jsonb) AS g(slug text, title text, "detectedAt" timestamptz) WHERE i.slug = g.slug`;
  await tx.$executeRaw`
    UPDATE "Update" u SET status = g.status, at = g.at
    FROM jsonb_to_recordset(${JSON.stringify(updates)}::jsonb) AS g(post text, slug text, status "IncidentStatus", at timestamptz)
    JOIN "Post" o ON o.kind = 'advisory' AND o.slug = g.post WHERE u."postId" = o.id AND u.slug = g.slug`;
}
