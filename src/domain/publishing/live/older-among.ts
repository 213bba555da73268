import type { Transaction } from '#domain/core/context.ts';

/** Those of the named revisions that translate other words than the revision among them in the language that they translate. One statement. */
export async function olderAmong(tx: Transaction, revisions: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT t.id FROM "Revision" t JOIN "Revision" n ON n.id = t."translationOfId" JOIN "Revision" s ON s.id = ANY(${[...revisions]}::int[])
      AND s."postId" = n."postId" AND s."updateId" IS NOT DISTINCT FROM n."updateId" AND s.locale = n.locale
    WHERE t.id = ANY(${[...revisions]}::int[]) AND s."proseHash" <> n."proseHash"`;
  return new Set(rows.map(({ id }) => id));
}
