import { z } from 'zod';
import { query } from '../verb.ts';
import { readAccount } from './account-facts.ts';
import type { GuideView } from './account-view.ts';
import { own } from './own.ts';
import { forcesSignOut, steps, strictestProof } from './password-asks.ts';
import { satisfies } from './todo.ts';
import { toldIncidents } from './told-incidents.ts';

/** How long the guide takes where no action says so. */
const MINUTES = 3;

export const readGuide = query({
  name: 'accounts/read-guide',
  may: 'account:password',
  input: z.strictObject({}),
  async run(ctx): Promise<GuideView> {
    const { accountId, sessionId } = own(ctx);
    const standing = { purpose: 'change-password', sessionId, expiresAt: { gt: ctx.now } };
    const [account, told, grants, code] = await Promise.all([
      readAccount(ctx.db, accountId),
      toldIncidents(ctx.db, accountId, ctx.now),
      ctx.db.proofGrant.findMany({ where: standing }),
      ctx.db.oneTimeCode.count({ where: { ...standing, accountId } }),
    ]);
    const asked = steps(account, told, ctx.now, false).filter(({ step }) => step.kind === 'change_password');
    const proof = strictestProof(account, told);
    return {
      email: account.email,
      proof: proof === 'current' ? 'current' : 'email_code',
      reasons: asked.map(({ incident, step }) => ({
        slug: incident.slug,
        title: incident.facts.title,
        reason: step.reason,
        ...(step.deadline && { deadline: step.deadline }),
      })),
      minutes: Math.max(MINUTES, ...asked.map(({ step }) => step.minutes ?? 0)),
      signOutForced: forcesSignOut(proof),
      proved: grants.some((grant) => satisfies(grant.proof, proof)),
      codeSent: code > 0,
    };
  },
});
