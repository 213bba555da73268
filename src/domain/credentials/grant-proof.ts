import { randomBytes } from 'node:crypto';
import type { Transaction } from '#domain/core/context.ts';
import type { ProofMethod } from '#model/proofs.ts';

/** How long a proof holds for the step that follows, in milliseconds. */
const GRANT_TTL_MS = 10 * 60_000;

interface Granted {
  sessionId: string;
  proof: ProofMethod;
  /** Of the password that stands: it changes no other. */
  passwordVersion: number;
  now: Date;
}

/** Keeps that a session has shown whose account it is: for ten minutes, it may change the password once. An earlier one is void. Answers until when. */
export async function grantProof(tx: Transaction, { sessionId, proof, passwordVersion, now }: Granted): Promise<Date> {
  const expiresAt = new Date(now.getTime() + GRANT_TTL_MS);
  const granted = { id: randomBytes(32).toString('hex'), proof, passwordVersion, expiresAt };
  const of = { sessionId, purpose: 'change-password' };
  await tx.proofGrant.upsert({ where: { sessionId_purpose: of }, create: { ...of, ...granted }, update: granted });
  return expiresAt;
}
