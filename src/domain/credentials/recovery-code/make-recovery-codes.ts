import { z } from 'zod';
import { recordEvent } from '#domain/accounts/security-event.ts';
import { Invalid } from '#domain/core/errors.ts';
import { countAttempt } from '#domain/core/limits.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { notify } from '#domain/notices/notify.ts';
import { verb } from '#domain/core/verb.ts';
import { hasFactor } from '../has-factor.ts';
import { newRecoveryCode, recoveryCodeId } from './recovery-code.ts';

const HOW_MANY = 10;

export interface RecoveryCodesView {
  /** Shown once. */
  codes: string[];
}

/** Ten codes, each of which stands once for a factor that is lost; earlier ones are worth nothing from then on. Throws Invalid `factor_missing` for an account without a factor, TooMany. */
export const makeRecoveryCodes = verb({
  name: 'credentials/recovery-code/make-recovery-codes',
  input: z.strictObject({}),
  async prepare(ctx) {
    await countAttempt(ctx.db, 'new_factor', String(requireAccount(ctx).accountId));
  },
  async run(tx, ctx): Promise<RecoveryCodesView> {
    const { accountId, sessionId } = requireAccount(ctx);
    if (!(await hasFactor(tx, accountId))) throw new Invalid({ form: 'factor_missing' });
    const { device, network } = await tx.session.findUniqueOrThrow({ where: { id: sessionId } });
    const codes = Array.from({ length: HOW_MANY }, newRecoveryCode);
    const added = { accountId, addedAt: ctx.now, device, network };
    await tx.recoveryCode.deleteMany({ where: { accountId } });
    await tx.recoveryCode.createMany({ data: codes.map((code) => ({ id: recoveryCodeId(ctx.config.secret, accountId, code), ...added })) });
    await recordEvent(tx, accountId, ctx.now, 'recovery_codes_made', { device, network });
    await notify(tx, accountId, { kind: 'factor_added', at: ctx.now.toISOString(), device, network, factor: 'recovery_codes' });
    return { codes };
  },
  audit: ({ codes }) => ({ subject: 'factor:recovery_codes', detail: { made: codes.length } }),
});
