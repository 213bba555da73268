import { z } from 'zod';
import { type Addition, readAdditions, viewOf } from '#domain/additions/read-additions.ts';
import { suspectSince } from '#domain/additions/suspect-since.ts';
import { query } from '#domain/core/verb.ts';
import { type OldFactors, oldFactors } from '#domain/credentials/factor/old-factors.ts';
import { toldIncidents } from '#domain/status/told-incidents.ts';
import { provedRequest } from './open-request.ts';

export interface RecoveryView {
  /** What is asked next: the second factor, or the new password. */
  step: 'factor' | 'password';
  email: string;
  /** The account had no password yet. */
  first: boolean;
  /** By what the second factor can be shown. */
  factors: OldFactors;
  /** Added since the incident began, newest first. */
  additions: Addition[];
}

/** How far the recovery of this browser has come; null until its code was given. Before that nothing tells whether anybody has the address. */
export const readRecovery = query({
  name: 'recovery/read-recovery',
  input: z.strictObject({
    /** What the browser's cookies of a code and of the device hold. */
    ticket: z.string().max(64).nullable(),
    device: z.string().max(64).nullable(),
  }),
  async run(ctx, { ticket, device }): Promise<RecoveryView | null> {
    const request = await provedRequest(ctx, ticket);
    if (!request) return null;
    const { id: accountId, email, passwordHash } = request.account;
    const since = suspectSince((await toldIncidents(ctx, accountId)).incidents, ctx.now);
    const [additions, factors] = await Promise.all([readAdditions(ctx.db, { accountId, since, device }), oldFactors(ctx.db, accountId, since)]);
    const step = factors.asked && request.factorAt === null ? ('factor' as const) : ('password' as const);
    return { step, email, first: passwordHash === null, factors, additions: additions.map(viewOf) };
  },
});
