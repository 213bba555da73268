import { z } from 'zod';
import { verb } from '#domain/core/verb.ts';
import { CODE_TTL_MS, codeId, newCode } from '#domain/core/one-time-code.ts';

export interface IssuedCode {
  email: string;
  /** For the mail that is sent now, and for nothing else. */
  code: string;
  expiresAt: Date;
  /** Tells this code's mail from another's; says nothing about the code. */
  reference: string;
}

/** Makes the code that a session asked for, good for ten minutes and five tries; an earlier one is worth nothing from then on. Null when nobody waits for it any more. */
export const issueCode = verb({
  name: 'credentials/email-code/issue-code',
  input: z.strictObject({ accountId: z.string().regex(/^\d+$/), sessionId: z.string() }),
  async run(tx, ctx, input): Promise<IssuedCode | null> {
    const accountId = BigInt(input.accountId);
    const session = await tx.session.findUnique({
      where: { id: input.sessionId, accountId, endedAt: null, account: { disabledAt: null } },
      include: { account: true },
    });
    if (!session) return null;
    const code = newCode();
    const id = codeId(ctx.config.secret, 'change-password', accountId, code);
    const expiresAt = new Date(ctx.now.getTime() + CODE_TTL_MS);
    const waiting = { accountId, purpose: 'change-password', sessionId: session.id, expiresAt: { gt: ctx.now } };
    const { count } = await tx.oneTimeCode.updateMany({ where: waiting, data: { id, tries: 0, expiresAt } });
    return count === 0 ? null : { email: session.account.email, code, expiresAt, reference: id.slice(0, 32) };
  },
  audit: (view, { accountId }) => ({ subject: `account:${accountId}`, detail: { issued: view !== null } }),
});
