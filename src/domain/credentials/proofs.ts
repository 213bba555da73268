import type { ProofMethod } from '#model/proofs.ts';
import { emailCodeProof } from './email-code/proof.ts';
import { factorProof } from './factor/proof.ts';
import { passwordProof } from './password/proof.ts';

/** Every way to show that an account is one's own. */
export const PROOFS = { current: passwordProof, email_code: emailCodeProof, factor: factorProof } satisfies Record<ProofMethod, { method: ProofMethod }>;
