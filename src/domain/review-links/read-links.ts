import { z } from 'zod';
import { query } from '#domain/core/verb.ts';

/** Times are ISO 8601. */
export interface LinkView {
  id: number;
  forWhom: string;
  /** An address. */
  by: string;
  state: 'good' | 'over' | 'revoked';
  expiresAt: string;
  opened: number;
  openedAt: string | null;
}

/** Who outside was given a submission to read, the newest first. */
export const readLinks = query({
  name: 'review-links/read-links',
  input: z.strictObject({ submission: z.int().positive() }),
  async run({ db, now }, { submission }): Promise<LinkView[]> {
    const rows = await db.reviewLink.findMany({ where: { submissionId: submission }, orderBy: { id: 'desc' } });
    const people = await db.account.findMany({ where: { id: { in: rows.map(({ createdById }) => createdById) } }, select: { id: true, email: true } });
    const names = new Map(people.map(({ id, email }) => [id, email]));
    return rows.map(({ id, forWhom, createdById, expiresAt, revokedAt, opened, openedAt }) => ({
      id,
      forWhom,
      by: names.get(createdById) ?? String(createdById),
      state: revokedAt ? 'revoked' : expiresAt > now ? 'good' : 'over',
      expiresAt: expiresAt.toISOString(),
      opened,
      openedAt: openedAt?.toISOString() ?? null,
    }));
  },
});
