import type { Context, Transaction } from '#domain/core/context.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { notify } from '#domain/notices/notify.ts';
import type { Where } from '#domain/accounts/security-event.ts';

/** After a factor was added: its person is told by mail, and who has just shown it has authenticated by it. */
export async function factorAdded(tx: Transaction, ctx: Context, factor: 'passkey' | 'totp', where: Where): Promise<void> {
  const { accountId, sessionId } = requireAccount(ctx);
  await tx.session.update({ where: { id: sessionId }, data: { level: 'factor', authenticatedAt: ctx.now } });
  await notify(tx, accountId, { kind: 'factor_added', at: ctx.now.toISOString(), ...where, factor });
}
