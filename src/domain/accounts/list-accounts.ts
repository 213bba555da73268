import { z } from 'zod';
import { market } from '#model/market.ts';
import { ROLES, type Role } from '#model/roles.ts';
import { query } from '#domain/core/verb.ts';

export const MAX_LISTED = 1_000;

export interface ListedAccount {
  accountId: string;
  email: string;
  market: string;
  locale: string;
  roles: Role[];
  enrolled: boolean;
  /** ISO 8601. */
  createdAt: string;
  disabledAt: string | null;
}

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
  async run(ctx, { role, market: only, disabled, after, limit }): Promise<ListedAccount[]> {
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
    return rows.map(({ id, email, market: of, locale, roles, passwordHash, createdAt, disabledAt }) => ({
      accountId: String(id),
      email,
      market: of,
      locale,
      roles,
      enrolled: passwordHash !== null,
      createdAt: createdAt.toISOString(),
      disabledAt: disabledAt?.toISOString() ?? null,
    }));
  },
});
