import { z } from 'zod';
import { market } from '#model/market.ts';
import { ROLES } from '#model/roles.ts';
import { query } from '#domain/core/verb.ts';
import { type AccountSummary, accountSummary } from './account-summary.ts';

export const MAX_LISTED = 1_000;

/** Accounts by their numbers, a page of them: those after `after`, at most a thousand. */
export const listAccounts = query({
  name: 'accounts/list-accounts',
  input: z.strictObject({
    role: z.enum(ROLES).optional(),
    market: market.optional(),
    disabled: z.literal(true).optional(),
    after: z
      .string()
      .regex(/^\d{1,18}$/)
      .optional(),
    limit: z.number().int().min(1).max(MAX_LISTED),
  }),
  async run(ctx, { role, market: only, disabled, after, limit }): Promise<AccountSummary[]> {
    const rows = await ctx.db.account.findMany({
      where: {
        ...(role && { roles: { has: role } }),
        ...(only && { market: only }),
        ...(disabled && { disabledAt: { not: null } }),
        ...(after && { id: { gt: BigInt(after) } }),
      },
      orderBy: { id: 'asc' },
      take: limit,
      omit: { emailKey: true },
    });
    return rows.map(accountSummary);
  },
});
