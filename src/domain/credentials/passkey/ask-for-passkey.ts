import { type AuthenticatorTransport, generateAuthenticationOptions, type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import type { Config } from '#config';
import type { PrismaClient } from '#generated/prisma/client.ts';
import type { Transaction } from '#domain/core/context.ts';
import { addedBefore, type TypedFactor } from '../factor/typed-factor.ts';
import { CHALLENGE_TTL_MS, type ChallengeFor, makeChallenge } from './challenge.ts';
import { relyingParty } from './relying-party.ts';

export interface AskedPasskey {
  /** For the asking browser's cookie only. */
  ticket: string;
  /** For `navigator.credentials.get`. */
  options: PublicKeyCredentialRequestOptionsJSON;
}

/** Whose passkeys are asked for, and as of when, where somebody is known to be there. */
export type PasskeysOf = Pick<TypedFactor, 'accountId' | 'before'>;

/**
 * What a browser must have signed by a passkey, good once and for five minutes. Where it is known whose it must be, those passkeys are named that would be taken, so
 * that nobody is offered one that is refused; at a sign-in (`whose` null) it names no account, and the passkey says whose it is.
 */
export async function askForPasskey(
  db: PrismaClient | Transaction,
  config: Config,
  of: ChallengeFor,
  { whose, now }: { whose: PasskeysOf | null; now: Date },
): Promise<AskedPasskey> {
  const named = whose === null ? [] : await passkeysOf(db, whose);
  const { ticket, challenge } = await makeChallenge(db, of, now);
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(config).id,
    challenge: Buffer.from(challenge, 'base64url'),
    timeout: CHALLENGE_TTL_MS,
    userVerification: 'required',
    allowCredentials: named,
  });
  return { ticket, options };
}

async function passkeysOf(db: PrismaClient | Transaction, { accountId, before }: PasskeysOf): Promise<{ id: string; transports: AuthenticatorTransport[] }[]> {
  const passkeys = await db.passkey.findMany({
    where: { accountId, ...addedBefore(before) },
    select: { id: true, transports: true },
    orderBy: { addedAt: 'asc' },
  });
  return passkeys.map(({ id, transports }) => ({ id, transports: transports as AuthenticatorTransport[] }));
}
