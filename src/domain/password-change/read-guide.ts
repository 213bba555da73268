import { z } from 'zod';
import { query } from '#domain/core/verb.ts';
import type { Text } from '#model/facts.ts';
import { readAccount } from '#domain/status/read-account.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { addressChangedSince } from '#domain/address-change/address-changed-since.ts';
import { type Addition, readAdditions, viewOf } from '#domain/additions/read-additions.ts';
import { wasReported } from '#domain/additions/was-reported.ts';
import { suspectSince } from '#domain/additions/suspect-since.ts';
import { openSteps, strictestProof } from './password-asks.ts';
import { type ProofMethod, satisfies } from '#model/proofs.ts';
import { type OldFactors, oldFactors } from '#domain/credentials/factor/old-factors.ts';
import { PROOFS } from '#domain/credentials/proofs.ts';
import { toldIncidents } from '#domain/status/told-incidents.ts';

/** How long the guide takes where no action says so. */
const MINUTES = 3;

/** What the guide needs before each of its pages. */
export interface GuideView {
  email: string;
  /** The strictest proof that an open action asks for; `current` when nobody asks. */
  proof: ProofMethod;
  /** Open `change_password` actions, newest first; empty when the person came of their own will. */
  reasons: { slug: string; title: Text; reason: Text; deadline?: string }[];
  /** The present password is known from breaches. */
  breached: boolean;
  minutes: number;
  /** The action asks for it: the box can't be cleared. */
  signOutForced: boolean;
  /** A grant stands: the proof was given and not yet used. */
  proved: boolean;
  /** The account's second factors of before what an intruder may have added. */
  factors: OldFactors;
  /** A code was asked for by this session and has not expired. */
  codeSent: boolean;
  /** The address on file was changed of late: a code to it proves nothing. */
  addressFresh: boolean;
  /** Where the change is asked for, or somebody reported a stranger: what was added since the incident began, newest first. */
  additions: Addition[];
}

/** What the guide needs before each of its pages. Throws NotFound once the account is closed. */
export const readGuide = query({
  name: 'password-change/read-guide',
  input: z.strictObject({
    /** What the browser's cookie of the device holds. */
    device: z.string().max(64).nullish(),
  }),
  async run(ctx, { device = null }): Promise<GuideView> {
    const { accountId, sessionId } = requireAccount(ctx);
    const standing = { sessionId, expiresAt: { gt: ctx.now } };
    const [account, { incidents: told }, grants, code] = await Promise.all([
      readAccount(ctx.db, accountId),
      toldIncidents(ctx, accountId),
      ctx.db.proofGrant.findMany({ where: { ...standing, purpose: 'change-password' } }),
      ctx.db.oneTimeCode.count({ where: { ...standing, purpose: 'change', accountId } }),
    ]);
    const asked = openSteps(account, told, ctx.now).filter(({ step }) => step.kind === 'change_password');
    const since = suspectSince(told, ctx.now);
    const additions = asked.length > 0 || (await wasReported(ctx.db, accountId)) ? await readAdditions(ctx.db, { accountId, since, device }) : [];
    const proof = strictestProof(account, told, ctx.now);
    return {
      email: account.email,
      proof,
      reasons: asked.map(({ incident, step }) => ({
        slug: incident.slug,
        title: incident.facts.title,
        reason: step.reason,
        ...(step.deadline && { deadline: step.deadline }),
      })),
      breached: account.breachedAt !== null,
      minutes: Math.max(MINUTES, ...asked.map(({ step }) => step.minutes ?? 0)),
      signOutForced: PROOFS[proof].signsOutOthers,
      proved: grants.some((grant) => grant.passwordVersion === account.passwordVersion && satisfies(grant.proof, proof)),
      factors: await oldFactors(ctx.db, accountId, since),
      codeSent: code > 0,
      addressFresh: await addressChangedSince(ctx.db, accountId, { now: ctx.now, since }),
      additions: additions.map(viewOf),
    };
  },
});
