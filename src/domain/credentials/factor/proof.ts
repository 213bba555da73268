import { z } from 'zod';
import { Invalid } from '#domain/core/errors.ts';
import { proofByFactorForm } from '#model/forms/factors/proof-by-factor.ts';
import type { ProofMethodDefinition } from '../proof-method.ts';
import { takeRecoveryCode } from '../recovery-code/take-recovery-code.ts';
import { verifyTotp } from '../totp/verify-totp.ts';

const { proof, code } = proofByFactorForm.fields;
const input = z.strictObject({ proof: proof.schema, code: code.schema });

/** A code of the authenticator app, or a recovery code, of before what an intruder may have added. */
export const factorProof: ProofMethodDefinition<typeof input> = {
  method: 'factor',
  signsOutOthers: true,
  input,
  /** Used up by the try that is right, whatever becomes of the rest. */
  async verify({ db, config, now }, { id: accountId }, { code: typed }, before) {
    const given = { accountId, typed, now, before };
    if (!(await verifyTotp(db, config, given)) && !(await takeRecoveryCode(db, config, given))) throw new Invalid({ code: 'code_wrong' });
    return { codeId: null };
  },
};
