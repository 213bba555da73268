import { z } from 'zod';
import type { CodePurpose } from '#generated/prisma/enums.ts';
import { emailKey } from '#domain/accounts/email-key.ts';
import type { Transaction } from '#domain/core/context.ts';
import { verb } from '#domain/core/verb.ts';
import { notify } from '#domain/notices/notify.ts';
import { CODE_TTL_MS, codeHash, newCode } from '#domain/core/one-time-code.ts';

export interface IssuedCode {
  purpose: CodePurpose;
  email: string;
  /** For the mail that is sent now, and for nothing else. */
  code: string;
  expiresAt: Date;
  /** Tells this code's mail from another's; says nothing about the code. */
  reference: string;
}

/** Makes the code that somebody asked for, good for ten minutes and five tries; an earlier one of the same request is worth nothing from then on. Null when nobody waits for it any more, or nobody has the address. */
export const issueCode = verb({
  name: 'credentials/email-code/issue-code',
  input: z.strictObject({ requestId: z.string().regex(/^[\da-f]{64}$/) }),
  async run(tx, ctx, { requestId: id }): Promise<IssuedCode | null> {
    const code = newCode();
    const made = { codeHash: codeHash(ctx.config.secret, id, code), tries: 0, expiresAt: new Date(ctx.now.getTime() + CODE_TTL_MS) };
    const [request] = await tx.oneTimeCode.updateManyAndReturn({
      where: { id, provedAt: null, expiresAt: { gt: ctx.now }, account: { disabledAt: null } },
      data: made,
      include: { account: true },
    });
    if (!request?.account) return null;
    if (request.sessionId !== null && (await tx.session.count({ where: { id: request.sessionId, endedAt: null } })) === 0) return null;
    if (request.email !== null && (await isElsewhere(tx, request.email, request.account.id, ctx.now))) return null;
    const email = request.email ?? request.account.email;
    return { purpose: request.purpose, email, code, expiresAt: made.expiresAt, reference: made.codeHash.slice(0, 32) };
  },
  audit: (view, { requestId }) => ({ subject: `code:${requestId.slice(0, 16)}`, detail: { issued: view !== null } }),
});

/** Whether another account has the address. Its person is told, and who asked is not: what they see is the same. */
async function isElsewhere(tx: Transaction, email: string, accountId: bigint, now: Date): Promise<boolean> {
  const holder = await tx.account.findUnique({ where: { emailKey: emailKey(email) ?? '' }, select: { id: true } });
  if (!holder || holder.id === accountId) return false;
  await notify(tx, holder.id, { kind: 'address_tried', at: now.toISOString() });
  return true;
}
