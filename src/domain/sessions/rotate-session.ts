import type { Prisma, Session } from '#generated/prisma/client.ts';
import type { Transaction } from '#domain/core/context.ts';
import { newSecret, secretId } from '#domain/core/secret.ts';

/**
 * Gives a session another secret, so that copies of the old one are worth nothing. What it has under way stays its own: the database's foreign keys carry
 * whatever hangs on its id. The secret is for the cookie only.
 */
export async function rotateSession(
  tx: Transaction,
  sessionId: string,
  change: Prisma.SessionUncheckedUpdateInput = {},
): Promise<{ secret: string; session: Session }> {
  const secret = newSecret();
  const session = await tx.session.update({ where: { id: sessionId }, data: { ...change, id: secretId(secret) } });
  return { secret, session };
}
