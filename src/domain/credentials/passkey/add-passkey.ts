import { verifyRegistrationResponse, type WebAuthnCredential } from '@simplewebauthn/server';
import { decodeAttestationObject } from '@simplewebauthn/server/helpers';
import { z } from 'zod';
import { recordEvent } from '#domain/accounts/security-event.ts';
import type { Config } from '#config';
import { Invalid } from '#domain/core/errors.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { addPasskeyForm } from '#model/forms/factors/add-passkey.ts';
import { factorAdded } from '../factor/factor-added.ts';
import { takeChallenge } from './challenge.ts';
import { keptBy } from './kept-by.ts';
import { MAX_PASSKEYS } from './max-passkeys.ts';
import { readMade, refused } from './passkey-answer.ts';
import { ALGORITHMS, relyingParty } from './relying-party.ts';

/**
 * Makes a passkey the account's: it signs in by itself. Throws Invalid `passkey_refused` for an answer to another challenge, from another origin, for
 * another site or without verification of its user, `passkey_known` for one that is somebody's already, `passkeys_full` beyond twenty.
 */
export const addPasskey = verb({
  name: 'credentials/passkey/add-passkey',
  input: z.strictObject({
    answer: addPasskeyForm.fields.answer.schema,
    /** What the browser's cookie holds. */
    ticket: z.string().max(64).nullable(),
  }),
  async prepare(ctx, { answer, ticket }) {
    const { sessionId } = requireAccount(ctx);
    const challenge = ticket === null ? null : await takeChallenge(ctx.db, ticket, { purpose: 'register', sessionId }, ctx.now);
    if (challenge === null) throw new Invalid({ form: 'passkey_late' });
    const made = readMade(answer);
    return { credential: await verifyMade(ctx.config, made, challenge), transports: made.response.transports };
  },
  async run(tx, ctx, _input, { credential, transports }): Promise<{ passkeyId: string }> {
    const { accountId, sessionId } = requireAccount(ctx);
    if ((await tx.passkey.count({ where: { accountId } })) >= MAX_PASSKEYS) throw new Invalid({ form: 'passkeys_full' });
    const { device, network } = await tx.session.findUniqueOrThrow({ where: { id: sessionId } });
    const { id, publicKey, counter } = credential;
    const passkey = { id, accountId, publicKey, counter: BigInt(counter), transports, name: keptBy(transports), addedAt: ctx.now, device, network };
    const { count } = await tx.passkey.createMany({ data: [passkey], skipDuplicates: true });
    if (count === 0) throw new Invalid({ form: 'passkey_known' });
    await recordEvent(tx, accountId, ctx.now, 'passkey_added', { device, network });
    await factorAdded(tx, ctx, 'passkey', { device, network });
    return { passkeyId: id };
  },
  audit: ({ passkeyId }) => ({ subject: `passkey:${passkeyId.slice(0, 22)}` }),
});

async function verifyMade(config: Config, response: ReturnType<typeof readMade>, challenge: string): Promise<WebAuthnCredential> {
  const { id, origin } = relyingParty(config);
  try {
    // A statement with certificates is none that we asked for, and the library would look up addresses that stand in them.
    const attestation = decodeAttestationObject(Buffer.from(response.response.attestationObject, 'base64url'));
    if (attestation.get('fmt') !== 'none' && !(attestation.get('fmt') === 'packed' && attestation.get('attStmt').get('x5c') === undefined)) throw refused();
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      supportedAlgorithmIDs: ALGORITHMS,
      requireUserVerification: true,
    });
    if (verified) return registrationInfo.credential;
  } catch {
    // Whatever the library does not like, in our words.
  }
  throw refused();
}
