import { paths } from '#paths';
import { FormErrors } from '#documents/forms/form-errors.tsx';
import type { ProofMethod } from '#model/proofs.ts';
import { GuideStep } from './guide-step.tsx';
import type { GuideProofPageProps, ProofStep } from './proof-step.ts';
import { proveByCode } from './prove-by-code.tsx';
import { proveByFactor } from './prove-by-factor.tsx';
import { proveByPassword } from './prove-by-password.tsx';

/** A method without its question does not compile: who is asked for it would be locked out. */
const STEPS: Record<ProofMethod, (props: GuideProofPageProps) => ProofStep> = { current: proveByPassword, email_code: proveByCode, factor: proveByFactor };

/** Step 2: that the account is this person's. */
export function GuideProofPage(props: GuideProofPageProps) {
  const { frame, guide, byFactor = false, errors } = props;
  const { title, form, body } = STEPS[byFactor && (guide.factors.typed || guide.factors.passkey) ? 'factor' : guide.proof](props);
  return (
    <GuideStep
      frame={frame}
      step={2}
      title={title}
      back={paths.password(frame.locale)}
      invalid={Object.keys(errors).length > 0}
      errors={<FormErrors t={frame.t} errors={errors} form={form} />}
    >
      {body}
    </GuideStep>
  );
}
