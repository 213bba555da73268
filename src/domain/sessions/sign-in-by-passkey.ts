import { z } from 'zod';
import { knownDevice } from '#domain/accounts/known-device.ts';
import { whereOf } from '#domain/accounts/security-event.ts';
import { UNKNOWN_CLIENT } from '#domain/core/context.ts';
import { Invalid } from '#domain/core/errors.ts';
import { countAttempt, forgiveAttempt } from '#domain/core/limits.ts';
import { verb } from '#domain/core/verb.ts';
import { verifyPasskey } from '#domain/credentials/passkey/verify-passkey.ts';
import { signInByPasskeyForm } from '#model/forms/sign-in-by-passkey.ts';
import { type SignedInView, startSession } from './start-session.ts';

/**
 * Starts a session for who has one of an account's passkeys and was verified by it: possession and person, so that nothing else is asked. Throws Invalid in the same
 * words for whatever is wrong with it and for a closed account, TooMany after a hundred failures of one source in fifteen minutes, and after twenty
 * devices an hour that the account does not know, by one passkey.
 */
export const signInByPasskey = verb({
  name: 'sessions/sign-in-by-passkey',
  input: z.strictObject({
    answer: signInByPasskeyForm.fields.answer.schema,
    /** What the browser's cookies of a passkey, of the session until now and of the device hold. */
    ticket: z.string().max(64).nullable(),
    replaces: z.string().max(64).nullish(),
    device: z.string().max(64).nullish(),
  }),
  async prepare(ctx, { answer, ticket, device = null }) {
    const { source } = ctx.client ?? UNKNOWN_CLIENT;
    const { db, config, now } = ctx;
    await countAttempt(db, 'source', source);
    const { accountId, passkeyId } = await verifyPasskey(db, config, { of: { purpose: 'sign-in' }, ticket, answer, accountId: null, now, before: null });
    await forgiveAttempt(db, 'source', source);
    if ((await knownDevice(db, accountId, device)) === null) await countAttempt(db, 'new_sessions', passkeyId);
    return { accountId };
  },
  async run(tx, ctx, { replaces = null, device = null }, { accountId }): Promise<SignedInView> {
    // Locked until the session stands: whoever closes the account waits, or was before.
    const [account] = await tx.account.updateManyAndReturn({ where: { id: accountId, disabledAt: null }, data: { disabledAt: null } });
    if (!account) throw new Invalid({ form: 'passkey_refused' });
    return startSession(tx, { account, now: ctx.now, where: whereOf(ctx), replaces, device, by: 'factor', half: false });
  },
  audit: (view) => ({ subject: `account:${view.accountId}` }),
});
