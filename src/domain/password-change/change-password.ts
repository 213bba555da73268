import { z } from 'zod';
import type { Text } from '#model/facts.ts';
import type { Todo } from '#domain/status/account-view.ts';
import { newSecret, sessionId as idOf } from '#domain/sessions/secret.ts';
import type { Proof } from '#generated/prisma/client.ts';
import { Conflict } from '#domain/core/errors.ts';
import { enqueue } from '#domain/core/jobs.ts';
import { verb } from '#domain/core/verb.ts';
import { readAccount } from '#domain/status/read-account.ts';
import { checkNewPassword } from '#domain/credentials/password/check-new-password.ts';
import { toldOfRace } from './lost-race.ts';
import { own } from '#domain/core/require-account.ts';
import { forcesSignOut, type OpenAsk, steps, strictestProof } from './password-asks.ts';
import { hashPassword } from '#domain/credentials/password/password-hash.ts';
import { recordEvent } from '#domain/accounts/security-event.ts';
import { satisfies } from '#domain/status/todo.ts';
import { toldIncidents } from '#domain/status/told-incidents.ts';

/** After the change: the same sentence on screen, in the mail, in the audit. */
export interface ChangedView {
  changedAt: string;
  sessionsEnded: number;
  actionsDone: { slug: string; title: Text; kind: Todo['kind'] }[];
  actionsLeft: { slug: string; title: Text; kind: Todo['kind'] }[];
  /** The acting session's new secret, for the cookie only. */
  secret: string;
}

const PURPOSE = 'change-password';

/** Sets a new password on the strength of a proof given before, and gives the acting session a new secret. */
export const changePassword = toldOfRace(
  verb({
    name: 'password-change/change-password',
    may: 'account:password',
    input: z.strictObject({ next: z.string().min(1, 'password_missing'), confirm: z.string(), signOutOthers: z.boolean() }),
    async prepare(ctx, { next, confirm }) {
      const { accountId, sessionId } = own(ctx);
      const account = await readAccount(ctx.db, accountId);
      // Looked at before anything is hashed, used up in the transaction.
      const grants = await ctx.db.proofGrant.count({ where: { sessionId, purpose: PURPOSE, expiresAt: { gt: ctx.now } } });
      if (grants === 0) throw new Conflict('proof_used');
      await checkNewPassword(ctx, account, next, confirm);
      return { passwordHash: await hashPassword(next), passwordVersion: account.passwordVersion };
    },
    async run(tx, ctx, { signOutOthers }, { passwordHash, passwordVersion }): Promise<ChangedView> {
      const { accountId, sessionId } = own(ctx);
      const [grant] = await tx.$queryRaw<{ proof: Proof }[]>`
        DELETE FROM "ProofGrant" WHERE "sessionId" = ${sessionId} AND purpose = ${PURPOSE} AND "expiresAt" > ${ctx.now} RETURNING proof::text AS proof`;
      if (!grant) throw new Conflict('proof_used');
      const before = await readAccount(tx, accountId);
      const told = await toldIncidents(tx, accountId, ctx.now);
      const strictest = strictestProof(before, told);
      if (!satisfies(grant.proof, strictest)) throw new Conflict('proof_weaker');

      const change = { passwordHash, passwordVersion: { increment: 1 }, passwordChangedAt: ctx.now, passwordProof: grant.proof };
      const { count } = await tx.account.updateMany({ where: { id: accountId, passwordVersion }, data: change });
      if (count === 0) throw new Conflict('changed_elsewhere');

      const secret = newSecret();
      const session = await tx.session.update({ where: { id: sessionId }, data: { id: idOf(secret) } });
      await tx.oneTimeCode.deleteMany({ where: { accountId, purpose: PURPOSE } });
      const others = { accountId, endedAt: null, id: { not: session.id } };
      const ended = signOutOthers || forcesSignOut(strictest) ? await tx.session.updateMany({ where: others, data: { endedAt: ctx.now } }) : { count: 0 };

      const changedAt = ctx.now.toISOString();
      const after = { ...before, passwordChangedAt: ctx.now, passwordProof: grant.proof };
      const left = steps(after, told, ctx.now, false);
      await recordEvent(tx, accountId, ctx.now, 'password_changed', session);
      await enqueue(tx, 'mail-password-changed', { accountId: String(accountId), changedAt, sessionsEnded: ended.count, locale: before.locale });
      return {
        changedAt,
        sessionsEnded: ended.count,
        actionsDone: steps(before, told, ctx.now, false)
          .filter(({ step }) => step.kind === 'change_password')
          .map(name),
        actionsLeft: left.map(name),
        secret,
      };
    },
    audit: (view) => ({
      subject: 'password',
      detail: { sessionsEnded: view.sessionsEnded, actionsDone: view.actionsDone.length, actionsLeft: view.actionsLeft.length },
    }),
  }),
);

const name = ({ incident, step }: OpenAsk) => ({ slug: incident.slug, title: incident.facts.title, kind: step.kind });
