import { z } from 'zod';
import { Prisma } from '#generated/prisma/client.ts';
import { endAccess } from '#domain/accounts/end-access.ts';
import { recordEvent, whereOf } from '#domain/accounts/security-event.ts';
import { removeAdditions } from '#domain/additions/remove-additions.ts';
import { suspectSince } from '#domain/additions/suspect-since.ts';
import { UNKNOWN_CLIENT } from '#domain/core/context.ts';
import { Conflict } from '#domain/core/errors.ts';
import { notify } from '#domain/notices/notify.ts';
import { forgiveAll } from '#domain/core/limits.ts';
import { readClock } from '#domain/core/postgres/database-clock.ts';
import { verb } from '#domain/core/verb.ts';
import { oldFactors } from '#domain/credentials/factor/old-factors.ts';
import { hasFactor } from '#domain/credentials/has-factor.ts';
import { checkNewPassword } from '#domain/credentials/password/check-new-password.ts';
import { setPassword } from '#domain/credentials/password/set-password.ts';
import { type SignedInView, startSession } from '#domain/sessions/start-session.ts';
import { toldIncidents } from '#domain/status/told-incidents.ts';
import type { AdditionKind } from '#model/proofs.ts';
import { setRecoveredPasswordForm } from '#model/forms/recovery/set-recovered-password.ts';
import { requireProved } from './open-request.ts';

export interface RecoveredView extends SignedInView {
  sessionsEnded: number;
  /** How much was removed of what had been added since the incident began, and what its person keeps of it. */
  removed: number;
  kept: AdditionKind[];
}

/**
 * Sets the password of who has shown, by a code and the second factor where there is one, that the account is theirs; ends whatever was signed in or under way, takes away what
 * was added since the incident began and is not kept by name, and signs in this browser. Throws Invalid (with its strength) for a password that will not do, Conflict `proof_used`
 * or `changed_elsewhere`, TooMany after forty tries of one request.
 */
export const setRecoveredPassword = verb({
  name: 'recovery/set-recovered-password',
  input: z.strictObject({
    next: setRecoveredPasswordForm.fields.next.schema,
    confirm: setRecoveredPasswordForm.fields.confirm.schema,
    keep: setRecoveredPasswordForm.fields.keep.schema,
    /** What the browser's cookies of a code and of the device hold, and the secret of the session that it held until now. */
    ticket: z.string().max(64).nullable(),
    device: z.string().max(64).nullish(),
    replaces: z.string().max(64).nullish(),
  }),
  async prepare(ctx, { next, confirm, ticket }) {
    const { id, account, factorAt } = await requireProved(ctx, ticket);
    const since = suspectSince((await toldIncidents(ctx, account.id)).incidents, ctx.now);
    if (factorAt === null && (await oldFactors(ctx.db, account.id, since)).asked) throw new Conflict('proof_used');
    return { id, account, byFactor: factorAt !== null, password: await checkNewPassword(ctx, account, { next, confirm, by: id }) };
  },
  async run(tx, ctx, { keep, device = null, replaces = null }, { id, account, byFactor, password }): Promise<RecoveredView> {
    const { id: accountId, emailKey: key } = account;
    // The account first, as everybody does who ends its codes: two at once wait here, and the second finds another version.
    if (!(await setPassword(tx, account, password, ctx.now))) throw new Conflict('changed_elsewhere');
    const { count: spent } = await tx.oneTimeCode.deleteMany({ where: { id, provedAt: { not: null } } });
    if (spent === 0) throw new Conflict('proof_used');
    const now = await readClock(tx);
    const where = whereOf(ctx);

    const sessionsEnded = await endAccess(tx, Prisma.sql`SELECT ${accountId}::bigint`);
    const since = suspectSince((await toldIncidents(ctx, accountId, tx)).incidents, now);
    const { removed, kept } = await removeAdditions(tx, { accountId, since, device, keep, now, where });
    await tx.passwordChange.create({ data: { accountId, at: now, proof: 'email_code', sessionsEnded } });
    await recordEvent(tx, accountId, now, account.passwordHash === null ? 'enrolled' : 'password_changed', where);

    // Whoever keeps a new factor is asked for it, as at every sign-in.
    const half = !byFactor && (await hasFactor(tx, accountId));
    const session = await startSession(tx, { account, now, where, replaces, device, by: byFactor ? 'factor' : 'password', half });
    // What others got wrong counts no more against who has the new password.
    const { source } = ctx.client ?? UNKNOWN_CLIENT;
    await forgiveAll(tx, [
      ['account_source', key, source],
      ['account', key],
      ['account_long', key],
      ['factor', String(accountId), 'elsewhere'],
      ['factor_long', String(accountId), 'elsewhere'],
      ['new_factor', String(accountId)],
    ]);
    const keptOnes = kept.map(({ kind, addedAt }) => ({ kind, addedAt }));
    await notify(tx, accountId, { kind: 'password_changed', at: now.toISOString(), sessionsEnded, kept: keptOnes });
    return { ...session, sessionsEnded, removed, kept: kept.map(({ kind }) => kind) };
  },
  audit: ({ accountId, sessionsEnded, removed, kept, half }) => ({
    subject: `account:${accountId}`,
    detail: { sessionsEnded, removed, kept: kept.join(' '), half },
  }),
});
