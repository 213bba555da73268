import { generateRegistrationOptions, type PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { Invalid } from '#domain/core/errors.ts';
import { countAttempt } from '#domain/core/limits.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { CHALLENGE_TTL_MS, makeChallenge } from './challenge.ts';
import { MAX_PASSKEYS } from './max-passkeys.ts';
import { ALGORITHMS, relyingParty, userHandle } from './relying-party.ts';

export interface StartedPasskeyView {
  /** For the asking browser's cookie only. */
  ticket: string;
  /** For `navigator.credentials.create`. */
  options: PublicKeyCredentialCreationOptionsJSON;
}

/** Begins a passkey: what the browser must make and sign, good once, for five minutes, in this session and this browser. Throws Invalid `passkeys_full` for an account with twenty, TooMany. */
export const startPasskey = verb({
  name: 'credentials/passkey/start-passkey',
  input: z.strictObject({ brand: z.string().max(200) }),
  async prepare(ctx) {
    await countAttempt(ctx.db, 'new_factor', String(requireAccount(ctx).accountId));
  },
  async run(tx, ctx, { brand }): Promise<StartedPasskeyView> {
    const { accountId, sessionId } = requireAccount(ctx);
    const { email, passkeys } = await tx.account.findUniqueOrThrow({ where: { id: accountId }, include: { passkeys: true } });
    if (passkeys.length >= MAX_PASSKEYS) throw new Invalid({ form: 'passkeys_full' });
    const { ticket, challenge } = await makeChallenge(tx, { purpose: 'register', sessionId }, ctx.now);
    const options = await generateRegistrationOptions({
      rpName: brand,
      rpID: relyingParty(ctx.config).id,
      userName: email,
      userID: userHandle(ctx.config, accountId),
      challenge: Buffer.from(challenge, 'base64url'),
      timeout: CHALLENGE_TTL_MS,
      attestationType: 'none',
      excludeCredentials: passkeys.map(({ id, transports }) => ({ id, transports })),
      supportedAlgorithmIDs: ALGORITHMS,
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    return { ticket, options };
  },
  audit: () => ({ subject: 'factor:passkey' }),
});
