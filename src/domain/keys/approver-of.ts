import type { Transaction } from '#domain/core/context.ts';
import { Invalid } from '#domain/core/errors.ts';
import { secretId } from '#domain/core/secret.ts';

export interface Approver {
  key: number;
  accountId: bigint;
  email: string;
}

/**
 * Whose word a key is; their account is held to the end of the transaction. Throws Invalid where it is nobody's: not a key, one that ran out or was
 * revoked, or its person may not approve any more.
 */
export async function approverOf(tx: Pick<Transaction, '$queryRaw'>, secret: string, now: Date): Promise<Approver> {
  const hash = secretId(secret);
  // Whoever revokes the key, or changes what its person may do, holds the account: what is read next is what they left.
  await tx.$queryRaw`SELECT a.id FROM "Account" a JOIN "ApprovalKey" k ON k."accountId" = a.id WHERE k."secretHash" = ${hash} FOR NO KEY UPDATE OF a`;
  const [found] = await tx.$queryRaw<Approver[]>`
    SELECT k.id AS key, a.id AS "accountId", a.email FROM "ApprovalKey" k JOIN "Account" a ON a.id = k."accountId"
    WHERE k."secretHash" = ${hash} AND k."revokedAt" IS NULL AND k."expiresAt" > ${now}
      AND a."disabledAt" IS NULL AND a.roles && '{approver,admin}'::"Role"[]`;
  if (!found) throw new Invalid({ '--approved-by': 'key_wrong' }, 'Nothing was published: the key approves nothing.');
  return found;
}
