import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { Config } from '#config';
import type { Passkey, PrismaClient } from '#generated/prisma/client.ts';
import type { Transaction } from '#domain/core/context.ts';
import { addedBefore } from '../factor/typed-factor.ts';
import { type ChallengeFor, takeChallenge } from './challenge.ts';
import { readGiven, refused } from './passkey-answer.ts';
import { relyingParty, userHandle } from './relying-party.ts';

/** A passkey that somebody showed. */
export interface GivenPasskey {
  of: ChallengeFor;
  /** What the browser's cookie holds. */
  ticket: string | null;
  /** The browser's answer as JSON, bounded by its form. */
  answer: string;
  /** Whose it must be; null at a sign-in, where the passkey says it. */
  accountId: bigint | null;
  /** The database's time. */
  now: Date;
  /** As in TypedFactor. */
  before: Date | null;
}

/**
 * Whose passkey signed the challenge that this browser was given. Throws Invalid `passkey_refused`, in the same words, for a challenge that was used or is
 * another's, another origin or site, no verification of its user, another account's passkey, one that was added too late, and a counter that does not rise.
 */
export async function verifyPasskey(db: PrismaClient | Transaction, config: Config, given: GivenPasskey): Promise<{ accountId: bigint; passkeyId: string }> {
  const { ticket, of, accountId, now, before } = given;
  const challenge = ticket === null ? null : await takeChallenge(db, ticket, of, now);
  const answer = readGiven(given.answer);
  if (challenge === null) throw refused();
  const passkey = await db.passkey.findFirst({ where: { id: answer.id, ...(accountId !== null && { accountId }), ...addedBefore(before) } });
  if (!passkey || !isOf(config, passkey, answer.response.userHandle, accountId === null)) throw refused();
  const counter = await counterOf(config, passkey, answer, challenge);
  // Of two at once with one counter, one succeeds.
  const { count } = await db.passkey.updateMany({ where: { id: passkey.id, counter: passkey.counter }, data: { counter, lastUsedAt: now } });
  if (count === 0) throw refused();
  return { accountId: passkey.accountId, passkeyId: passkey.id };
}

/** Whether the authenticator means the same account as the row. Where nobody has named one, it must name it. */
function isOf(config: Config, { accountId }: Passkey, handle: string | null | undefined, needed: boolean): boolean {
  if (handle === null || handle === undefined) return !needed;
  return Buffer.from(handle, 'base64url').equals(userHandle(config, accountId));
}

/** The counter of an answer that is right. */
async function counterOf(config: Config, passkey: Passkey, response: ReturnType<typeof readGiven>, challenge: string): Promise<bigint> {
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty(config);
  const credential = { id: passkey.id, publicKey: new Uint8Array(passkey.publicKey), counter: Number(passkey.counter), transports: passkey.transports };
  const result = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin,
    expectedRPID,
    credential,
    requireUserVerification: true,
    // Whatever the library does not like, in our words.
  }).catch(() => null);
  if (!result?.verified) throw refused();
  return BigInt(result.authenticationInfo.newCounter);
}
