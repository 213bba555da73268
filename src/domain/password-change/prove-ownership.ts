import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Proof } from '#generated/prisma/client.ts';
import type { Context } from '#domain/core/context.ts';
import { Conflict, Invalid } from '#domain/core/errors.ts';
import { verb } from '#domain/core/verb.ts';
import { readAccount } from '#domain/status/read-account.ts';
import { CODE_MAX_TRIES, codeId } from '#domain/core/one-time-code.ts';
import { own } from '#domain/core/require-account.ts';
import { strictestProof } from './password-asks.ts';
import { verifyPassword } from '#domain/credentials/password/password-hash.ts';
import { MAX_PASSWORD_BYTES } from '#domain/credentials/password/password-policy.ts';
import { countAttempt, forgiveAttempt } from '#domain/core/limits.ts';
import { satisfies } from '#domain/status/todo.ts';
import { toldIncidents } from '#domain/status/told-incidents.ts';

/** How long a proof holds for the step that follows. */
const GRANT_TTL_MS = 10 * 60_000;

const PURPOSE = 'change-password';

/** Shows that the person at this session owns the account; what it grants is used up by one change. */
export const proveOwnership = verb({
  name: 'password-change/prove-ownership',
  may: 'account:password',
  input: z.discriminatedUnion('proof', [
    z.strictObject({ proof: z.literal('current'), password: z.string().min(1, 'password_missing') }),
    z.strictObject({ proof: z.literal('email_code'), code: z.string().min(1, 'code_missing').max(100, 'code_wrong') }),
  ]),
  async prepare(ctx, input): Promise<{ codeId: string | null }> {
    const { accountId } = own(ctx);
    const [account, told] = await Promise.all([readAccount(ctx.db, accountId), toldIncidents(ctx.db, accountId, ctx.now)]);
    if (!satisfies(input.proof, strictestProof(account, told))) throw new Conflict('proof_weaker');
    await countAttempt(ctx.db, 'proof', String(accountId));
    const used = input.proof === 'current' ? await checkPassword(account.passwordHash, input.password) : await checkCode(ctx, input.code);
    await forgiveAttempt(ctx.db, 'proof', String(accountId));
    return { codeId: used };
  },
  async run(tx, ctx, { proof }, prepared): Promise<{ proof: Proof; expiresAt: string }> {
    if (prepared.codeId !== null) {
      const { count } = await tx.oneTimeCode.deleteMany({ where: { id: prepared.codeId } });
      if (count === 0) throw new Conflict('proof_used');
    }
    const { sessionId } = own(ctx);
    const expiresAt = new Date(ctx.now.getTime() + GRANT_TTL_MS);
    const granted = { id: randomBytes(32).toString('hex'), proof, expiresAt };
    const of = { sessionId, purpose: PURPOSE };
    await tx.proofGrant.upsert({ where: { sessionId_purpose: of }, create: { ...of, ...granted }, update: granted });
    return { proof, expiresAt: expiresAt.toISOString() };
  },
  audit: (view) => ({ subject: `proof:${PURPOSE}`, detail: { proof: view.proof } }),
});

async function checkPassword(phc: string | null, password: string): Promise<null> {
  if (Buffer.byteLength(password) > MAX_PASSWORD_BYTES || !(await verifyPassword(phc, password))) throw new Invalid({ password: 'password_wrong' });
  return null;
}

/** Takes one of the code's tries, committed by itself, then compares. Another session's code is none. */
async function checkCode(ctx: Context, typed: string): Promise<string> {
  const { accountId, sessionId } = own(ctx);
  const id = codeId(ctx.config.secret, PURPOSE, accountId, typed);
  const [code] = await ctx.db.oneTimeCode.updateManyAndReturn({
    where: { accountId, purpose: PURPOSE, sessionId, expiresAt: { gt: ctx.now }, tries: { lt: CODE_MAX_TRIES } },
    data: { tries: { increment: 1 } },
  });
  if (code?.id !== id) throw new Invalid({ code: 'code_wrong' });
  return id;
}
