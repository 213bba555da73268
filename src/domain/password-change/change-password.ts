import { z } from 'zod';
import { newPasswordForm } from '#model/forms/new-password.ts';
import type { AdditionKind } from '#model/proofs.ts';
import type { Text } from '#model/facts.ts';
import { type ProofMethod, satisfies } from '#model/proofs.ts';
import { recordEvent } from '#domain/accounts/security-event.ts';
import { removeAdditions } from '#domain/additions/remove-additions.ts';
import { wasReported } from '#domain/additions/was-reported.ts';
import { suspectSince } from '#domain/additions/suspect-since.ts';
import { Conflict } from '#domain/core/errors.ts';
import { notify } from '#domain/notices/notify.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { checkNewPassword } from '#domain/credentials/password/check-new-password.ts';
import { setPassword } from '#domain/credentials/password/set-password.ts';
import { PROOFS } from '#domain/credentials/proofs.ts';
import { rotateSession } from '#domain/sessions/rotate-session.ts';
import type { Todo } from '#domain/status/account-view.ts';
import { readAccount } from '#domain/status/read-account.ts';
import { toldIncidents } from '#domain/status/told-incidents.ts';
import { toldOfRace } from './lost-race.ts';
import { type OpenAsk, openSteps, strictestProof } from './password-asks.ts';

/** After the change: the same sentence on screen, in the mail, in the audit. */
export interface ChangedView {
  changedAt: string;
  sessionsEnded: number;
  /** How much was removed of what had been added since the incident began, and what its person keeps of it. */
  removed: number;
  kept: AdditionKind[];
  actionsDone: { slug: string; title: Text; kind: Todo['kind'] }[];
  actionsLeft: { slug: string; title: Text; kind: Todo['kind'] }[];
  /** The acting session's new secret, for the cookie only. */
  secret: string;
}

const PURPOSE = 'change-password';

/**
 * Sets a new password on the strength of a proof given before, and gives the acting session a new secret; the change is kept
 * for ever, so that a later, weaker one opens nothing again. Where the change was asked for, or its person reported a stranger, what was added since the incident
 * began goes with the old password, but for what is kept by name. Throws Invalid (with its strength) for a password that will not
 * do, Conflict `proof_used`, `proof_weaker` or `changed_elsewhere`, TooMany after forty tries an hour.
 */
export const changePassword = toldOfRace(
  verb({
    name: 'password-change/change-password',
    input: z.strictObject({
      next: newPasswordForm.fields.next.schema,
      confirm: newPasswordForm.fields.confirm.schema,
      signOutOthers: z.boolean(),
      keep: newPasswordForm.fields.keep.schema.default([]),
      /** What the browser's cookie of the device holds. */
      device: z.string().max(64).nullish(),
    }),
    async prepare(ctx, { next, confirm }) {
      const { accountId, sessionId } = requireAccount(ctx);
      const account = await readAccount(ctx.db, accountId);
      // Looked at before anything is hashed, used up in the transaction.
      const { passwordVersion } = account;
      const grants = await ctx.db.proofGrant.count({ where: { sessionId, purpose: PURPOSE, passwordVersion, expiresAt: { gt: ctx.now } } });
      if (grants === 0) throw new Conflict('proof_used');
      return { password: await checkNewPassword(ctx, account, { next, confirm, by: sessionId }), passwordVersion };
    },
    async run(tx, ctx, { signOutOthers, keep, device = null }, { password, passwordVersion }): Promise<ChangedView> {
      const { accountId, sessionId } = requireAccount(ctx);
      // The account is locked: whoever finished a change first is seen here, and the grant went with it.
      const before = await readAccount(tx, accountId);
      if (before.passwordVersion !== passwordVersion) throw new Conflict('changed_elsewhere');
      const [grant] = await tx.$queryRaw<{ proof: ProofMethod }[]>`
        DELETE FROM "ProofGrant" WHERE "sessionId" = ${sessionId} AND purpose = ${PURPOSE} AND "passwordVersion" = ${passwordVersion}
        AND "expiresAt" > ${ctx.now} RETURNING proof::text AS proof`;
      if (!grant) throw new Conflict('proof_used');
      const { incidents: told } = await toldIncidents(ctx, accountId, tx);
      const strictest = strictestProof(before, told, ctx.now);
      if (!satisfies(grant.proof, strictest)) throw new Conflict('proof_weaker');

      if (!(await setPassword(tx, { id: accountId, passwordVersion }, password, ctx.now))) throw new Conflict('changed_elsewhere');

      const { secret, session } = await rotateSession(tx, sessionId);
      // Whatever was given or asked for before belongs to the password of before.
      await tx.oneTimeCode.deleteMany({ where: { accountId } });
      await tx.proofGrant.deleteMany({ where: { session: { accountId } } });
      const others = { accountId, endedAt: null, id: { not: session.id } };
      const asked = openSteps(before, told, ctx.now).filter(({ step }) => step.kind === 'change_password');
      const since = suspectSince(told, ctx.now);
      const suspected = asked.length > 0 || (await wasReported(tx, accountId));
      const { removed, kept } = suspected
        ? await removeAdditions(tx, { accountId, since, device, keep, now: ctx.now, where: session })
        : { removed: 0, kept: [] };
      const endsOthers = signOutOthers || PROOFS[strictest].signsOutOthers;
      // What others have shown by the old password is worth nothing, even where they stay signed in.
      await tx.session.updateMany({ where: { ...others, awaitsFactor: true }, data: { endedAt: ctx.now } });
      await tx.session.updateMany({ where: { ...others, level: 'password' }, data: { authenticatedAt: new Date(0) } });
      const ended = endsOthers ? await tx.session.updateMany({ where: others, data: { endedAt: ctx.now } }) : { count: 0 };
      await tx.passwordChange.create({ data: { accountId, at: ctx.now, proof: grant.proof, sessionsEnded: ended.count } });

      const changedAt = ctx.now.toISOString();
      const after = { ...before, changes: [...before.changes, { at: ctx.now, proof: grant.proof }] };
      await recordEvent(tx, accountId, ctx.now, 'password_changed', session);
      const keeps = kept.map(({ kind, addedAt }) => ({ kind, addedAt }));
      await notify(tx, accountId, { kind: 'password_changed', at: changedAt, sessionsEnded: ended.count, kept: keeps });
      return {
        changedAt,
        sessionsEnded: ended.count,
        removed,
        kept: kept.map(({ kind }) => kind),
        actionsDone: asked.map(name),
        actionsLeft: openSteps(after, told, ctx.now).map(name),
        secret,
      };
    },
    audit: (view) => ({
      subject: 'password',
      detail: {
        sessionsEnded: view.sessionsEnded,
        removed: view.removed,
        kept: view.kept.join(' '),
        actionsDone: view.actionsDone.length,
        actionsLeft: view.actionsLeft.length,
      },
    }),
  }),
);

const name = ({ incident, step }: OpenAsk) => ({ slug: incident.slug, title: incident.facts.title, kind: step.kind });
