import type { Transaction } from '#domain/core/context.ts';

/**
 * The words of addresses that a new text of a kind can't have; of an update, those of its advisory. With each that a text had before it was public,
 * the id of that update or post; null for those that texts have.
 */
export async function takenSlugs(
  tx: Transaction,
  text: { kind: 'advisory' | 'note' } | { kind: 'update'; postId: number },
): Promise<Map<string, number | null>> {
  if (text.kind === 'update') {
    const { postId } = text;
    const former = await tx.formerSlug.findMany({ where: { postId, updateId: { not: null } } });
    const updates = await tx.update.findMany({ where: { postId }, select: { slug: true } });
    return new Map([...former.map(({ slug, updateId }) => [slug, updateId] as const), ...updates.map(({ slug }) => [slug, null] as const)]);
  }
  const { kind } = text;
  const former = await tx.formerSlug.findMany({ where: { kind, updateId: null } });
  const posts = await tx.post.findMany({ where: { kind }, select: { slug: true } });
  const incidents = kind === 'advisory' ? await tx.incident.findMany({ select: { slug: true } }) : [];
  return new Map([...former.map(({ slug, postId }) => [slug, postId] as const), ...[...posts, ...incidents].map(({ slug }) => [slug, null] as const)]);
}
