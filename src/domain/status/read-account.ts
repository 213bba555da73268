import type { Account, PrismaClient } from '#generated/prisma/client.ts';
import type { AccountFacts } from '#domain/actions/action-kind.ts';
import type { Transaction } from '#domain/core/context.ts';
import { NotFound } from '#domain/core/errors.ts';

/** The account and the facts that close orders; NotFound for one that is closed. By its keys alone, however long its history. */
export async function readAccount(db: PrismaClient | Transaction, accountId: bigint): Promise<Account & AccountFacts> {
  const [account, changes, installs] = await Promise.all([
    db.account.findUnique({ where: { id: accountId, disabledAt: null } }),
    db.$queryRaw<AccountFacts['changes']>`
      SELECT method.proof::text AS proof, newest.at FROM unnest(enum_range(NULL::"Proof")) AS method(proof)
      CROSS JOIN LATERAL (SELECT max(p.at) AS at FROM "PasswordChange" p WHERE p."accountId" = ${accountId} AND p.proof = method.proof) newest
      WHERE newest.at IS NOT NULL`,
    db.appInstall.groupBy({ by: ['platform', 'version'], where: { accountId }, _max: { seenAt: true }, orderBy: [{ platform: 'asc' }, { version: 'asc' }] }),
  ]);
  if (!account) throw new NotFound();
  const seen = installs.flatMap(({ platform, version, _max: { seenAt } }) => (seenAt ? [{ platform, version, seenAt }] : []));
  return { ...account, changes, installs: seen.sort((a, b) => b.seenAt.getTime() - a.seenAt.getTime()) };
}
