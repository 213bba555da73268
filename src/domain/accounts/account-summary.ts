import type { Account } from '#generated/prisma/client.ts';
import type { Role } from '#model/roles.ts';

/** What the team sees of any account: no secret. */
export interface AccountSummary {
  accountId: string;
  email: string;
  market: string;
  locale: string;
  roles: Role[];
  enrolled: boolean;
  /** ISO 8601. */
  createdAt: string;
  disabledAt: string | null;
  /** Nothing of its person is left. */
  erasedAt: string | null;
}

export function accountSummary({ id, email, market, locale, roles, passwordHash, createdAt, disabledAt, erasedAt }: Omit<Account, 'emailKey'>): AccountSummary {
  return {
    accountId: String(id),
    email,
    market,
    locale,
    roles,
    enrolled: passwordHash !== null,
    createdAt: createdAt.toISOString(),
    disabledAt: disabledAt?.toISOString() ?? null,
    erasedAt: erasedAt?.toISOString() ?? null,
  };
}
