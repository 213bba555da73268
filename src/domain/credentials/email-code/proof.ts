import { z } from 'zod';
import { Invalid } from '#domain/core/errors.ts';
import { CODE_MAX_TRIES, codeId } from '#domain/core/one-time-code.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { proofByCodeForm } from '#model/forms/proof-by-code.ts';
import type { ProofMethodDefinition } from '../proof-method.ts';

const { proof, code } = proofByCodeForm.fields;
const input = z.strictObject({ proof: proof.schema, code: code.schema });

/** A code that was sent to the address on file, typed into the page of the session that asked. */
export const emailCodeProof: ProofMethodDefinition<typeof input> = {
  method: 'email_code',
  signsOutOthers: true,
  input,
  /** Takes one of the code's tries, committed by itself, then compares. Another session's code is none. */
  async verify(ctx, { id: accountId }, { code: typed }) {
    const { sessionId } = requireAccount(ctx);
    const purpose = 'change-password';
    const id = codeId(ctx.config.secret, purpose, accountId, typed);
    const [code] = await ctx.db.oneTimeCode.updateManyAndReturn({
      where: { accountId, purpose, sessionId, expiresAt: { gt: ctx.now }, tries: { lt: CODE_MAX_TRIES } },
      data: { tries: { increment: 1 } },
    });
    if (code?.id !== id) throw new Invalid({ code: 'code_wrong' });
    return { codeId: id };
  },
};
