import { RecoverFactorPage } from '#documents/recovery/recover-factor-page.tsx';
import { giveRecoveryFactor } from '#domain/recovery/give-recovery-factor.ts';
import { giveRecoveryFactorForm } from '#model/forms/recovery/give-recovery-factor.ts';
import { paths } from '#paths';
import { documentRoute } from '../../../../../_http/document-route.ts';
import { on, submit } from '../../../../../_http/form/submit.ts';
import { recoveryStep } from '../../../../../_http/recovery/recovery-step.ts';
import { respond } from '../../../../../_http/respond.ts';
import { seeOther } from '../../../../../_http/see-other.ts';

export const GET = documentRoute(paths.recoverFactor, async (request) => {
  const { next } = await recoveryStep(request);
  return next === paths.recoverFactor(request.locale) ? respond(RecoverFactorPage({ frame: request.frame, errors: {} })) : seeOther(next);
});

export const POST = documentRoute(paths.recoverFactor, (request) => {
  const { ctx, frame, ticket } = request;
  const give = on(giveRecoveryFactorForm, async ({ code }) => {
    await giveRecoveryFactor(ctx, { code, ticket });
    return seeOther((await recoveryStep(request)).next);
  });
  return submit(request, [give], ({ fields }) => RecoverFactorPage({ frame, errors: fields }));
});
