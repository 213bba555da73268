import { z } from 'zod';
import { recordEvent } from '#domain/accounts/security-event.ts';
import { NotFound } from '#domain/core/errors.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { removePasskeyForm } from '#model/forms/factors/remove-passkey.ts';
import { factorRemoved } from '../factor/factor-removed.ts';

/** A passkey of the account's proves nothing from now on. Throws NotFound for one that is gone or a stranger's, Invalid `factor_last` for the last factor of staff. */
export const removePasskey = verb({
  name: 'credentials/passkey/remove-passkey',
  input: z.strictObject({ passkeyId: removePasskeyForm.fields.passkeyId.schema }),
  async run(tx, ctx, { passkeyId }): Promise<{ passkeyId: string }> {
    const actor = requireAccount(ctx);
    const { count } = await tx.passkey.deleteMany({ where: { id: passkeyId, accountId: actor.accountId } });
    if (count === 0) throw new NotFound();
    const session = await tx.session.findUniqueOrThrow({ where: { id: actor.sessionId } });
    await recordEvent(tx, actor.accountId, ctx.now, 'passkey_removed', session);
    await factorRemoved(tx, ctx, 'passkey', session);
    return { passkeyId };
  },
  audit: ({ passkeyId }) => ({ subject: `passkey:${passkeyId.slice(0, 22)}` }),
});
