import type { Account, OneTimeCode } from '#generated/prisma/client.ts';
import type { Context } from '#domain/core/context.ts';
import { Conflict } from '#domain/core/errors.ts';
import { secretId } from '#domain/core/secret.ts';

/** What a recovery and a first sign-in ask codes for. */
export const PURPOSES = ['recover', 'enrol'] as const;

type Sought = Pick<Context, 'db' | 'now'>;

/** The request for a code that a browser's ticket stands for, while it lives. */
export function openRequest({ db, now }: Sought, ticket: string | null): Promise<OneTimeCode | null> {
  return db.oneTimeCode.findFirst({ where: { id: secretId(ticket ?? ''), purpose: { in: [...PURPOSES] }, expiresAt: { gt: now } } });
}

export interface ProvedRequest {
  id: string;
  account: Account;
  factorAt: Date | null;
}

/** The same once its code was given, for an account that is open; null before. */
export async function provedRequest({ db, now }: Sought, ticket: string | null): Promise<ProvedRequest | null> {
  const request = await db.oneTimeCode.findFirst({
    where: { id: secretId(ticket ?? ''), purpose: { in: [...PURPOSES] }, expiresAt: { gt: now }, provedAt: { not: null }, account: { disabledAt: null } },
    include: { account: true },
  });
  return request?.account ? { id: request.id, account: request.account, factorAt: request.factorAt } : null;
}

/** The same, or Conflict `proof_used`: it is over, used up, or its code was not given. */
export async function requireProved(ctx: Sought, ticket: string | null): Promise<ProvedRequest> {
  const request = await provedRequest(ctx, ticket);
  if (!request) throw new Conflict('proof_used');
  return request;
}
