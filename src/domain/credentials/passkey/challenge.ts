import { randomBytes } from 'node:crypto';
import type { PrismaClient } from '#generated/prisma/client.ts';
import type { Transaction } from '#domain/core/context.ts';
import { newSecret, secretId } from '#domain/core/secret.ts';

/** Milliseconds that a challenge is good; browsers give up at the same time. */
export const CHALLENGE_TTL_MS = 5 * 60_000;

/** What a challenge is for, and what it belongs to: nothing yet at a sign-in, else a session, or the request for a code of a recovery. It ends with that. */
export type ChallengeFor =
  | { purpose: 'sign-in' }
  | { purpose: 'register' | 'step-up' | 'prove'; sessionId: string }
  | { purpose: 'recover'; requestId: string };

export interface Challenge {
  /** For the asking browser's cookie only. */
  ticket: string;
  /** What the passkey must sign; base64url. */
  challenge: string;
}

export async function makeChallenge(db: PrismaClient | Transaction, of: ChallengeFor, now: Date): Promise<Challenge> {
  const ticket = newSecret();
  const challenge = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + CHALLENGE_TTL_MS);
  await db.passkeyChallenge.create({ data: { id: secretId(ticket), challenge, ...of, expiresAt } });
  return { ticket, challenge };
}

/** Uses a challenge up, whatever comes of it. Null where it was used, is another browser's, session's, request's or purpose's, or too old. */
export async function takeChallenge(db: PrismaClient | Transaction, ticket: string, of: ChallengeFor, now: Date): Promise<string | null> {
  // One statement: of two at once, one gets it.
  const [taken] = await db.$queryRaw<{ challenge: string; purpose: string; sessionId: string | null; requestId: string | null; expiresAt: Date }[]>`
    DELETE FROM "PasskeyChallenge" WHERE id = ${secretId(ticket)} RETURNING challenge, purpose, "sessionId", "requestId", "expiresAt"`;
  const { purpose, sessionId, requestId } = { sessionId: null, requestId: null, ...of };
  const good = taken?.purpose === purpose && taken.sessionId === sessionId && taken.requestId === requestId && taken.expiresAt > now;
  return good ? taken.challenge : null;
}
