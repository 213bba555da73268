import type { Where } from '#domain/accounts/security-event.ts';
import type { Context, Transaction } from '#domain/core/context.ts';
import { Invalid } from '#domain/core/errors.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { notify } from '#domain/notices/notify.ts';
import { hasFactor } from '../has-factor.ts';

/** After a factor was taken away: its person is told by mail. Recovery codes stand for one: with the last of them they go. Throws Invalid `factor_last` for staff, who must have one. */
export async function factorRemoved(tx: Transaction, ctx: Context, factor: 'passkey' | 'totp', where: Where): Promise<void> {
  const { accountId, roles } = requireAccount(ctx);
  await notify(tx, accountId, { kind: 'factor_removed', at: ctx.now.toISOString(), device: where.device, network: where.network, factor });
  if (await hasFactor(tx, accountId)) return;
  if (roles.length > 0) throw new Invalid({ form: 'factor_last' });
  await tx.recoveryCode.deleteMany({ where: { accountId } });
}
