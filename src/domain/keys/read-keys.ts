import { z } from 'zod';
import { requireAccount } from '#domain/core/require-account.ts';
import { query } from '#domain/core/verb.ts';

/** Times are ISO 8601. */
export interface KeyView {
  id: number;
  name: string;
  state: 'good' | 'over' | 'revoked';
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
}

/** One's own keys: those that are good first, then those that were. */
export const readKeys = query({
  name: 'keys/read-keys',
  input: z.strictObject({}),
  async run(ctx): Promise<KeyView[]> {
    const { accountId } = requireAccount(ctx);
    const rows = await ctx.db.approvalKey.findMany({ where: { accountId }, orderBy: { id: 'desc' } });
    const keys = rows.map(({ id, name, createdAt, expiresAt, lastUsedAt, revokedAt }) => ({
      id,
      name,
      state: revokedAt ? ('revoked' as const) : expiresAt > ctx.now ? ('good' as const) : ('over' as const),
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    }));
    return [...keys.filter(({ state }) => state === 'good'), ...keys.filter(({ state }) => state !== 'good')];
  },
});
