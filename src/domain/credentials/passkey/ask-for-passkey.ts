import { generateAuthenticationOptions, type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import type { Config } from '#config';
import type { PrismaClient } from '#generated/prisma/client.ts';
import type { Transaction } from '#domain/core/context.ts';
import { CHALLENGE_TTL_MS, type ChallengeFor, makeChallenge } from './challenge.ts';
import { relyingParty } from './relying-party.ts';

export interface AskedPasskey {
  /** For the asking browser's cookie only. */
  ticket: string;
  /** For `navigator.credentials.get`. */
  options: PublicKeyCredentialRequestOptionsJSON;
}

/** What a browser must have signed by a passkey, good once and for five minutes. It names no account: the passkey says whose it is. */
export async function askForPasskey(db: PrismaClient | Transaction, config: Config, of: ChallengeFor, now: Date): Promise<AskedPasskey> {
  const { ticket, challenge } = await makeChallenge(db, of, now);
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(config).id,
    challenge: Buffer.from(challenge, 'base64url'),
    timeout: CHALLENGE_TTL_MS,
    userVerification: 'required',
  });
  return { ticket, options };
}
