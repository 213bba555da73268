import { RecoverFactorPage } from '#documents/recovery/recover-factor-page.tsx';
import { Conflict } from '#domain/core/errors.ts';
import { askRecoveryPasskey } from '#domain/recovery/ask-recovery-passkey.ts';
import { giveRecoveryFactor } from '#domain/recovery/give-recovery-factor.ts';
import { giveRecoveryFactorForm } from '#model/forms/recovery/give-recovery-factor.ts';
import { askRecoveryPasskeyForm, giveRecoveryPasskeyForm } from '#model/forms/recovery/give-recovery-passkey.ts';
import { paths } from '#paths';
import { documentRoute } from '../../../../../_http/document-route.ts';
import { on, submit } from '../../../../../_http/form/submit.ts';
import { recoveryStep } from '../../../../../_http/recovery/recovery-step.ts';
import { respond } from '../../../../../_http/respond.ts';
import { seeOther } from '../../../../../_http/see-other.ts';
import { givenPasskey, usePasskey } from '../../../../../_http/passkey/use-passkey.ts';

export const GET = documentRoute(paths.recoverFactor, async (request) => {
  const { view, next } = await recoveryStep(request);
  return view?.step === 'factor' ? respond(RecoverFactorPage({ frame: request.frame, factors: view.factors, errors: {} })) : seeOther(next);
});

export const POST = documentRoute(paths.recoverFactor, (request) => {
  const { ctx, locale, frame, ticket } = request;
  const give = async (given: Parameters<typeof giveRecoveryFactor>[1]['given']) => {
    await giveRecoveryFactor(ctx, { given, ticket });
    return seeOther((await recoveryStep(request)).next);
  };
  const ask = on(askRecoveryPasskeyForm, async () =>
    usePasskey(request, await askRecoveryPasskey(ctx, { ticket }), { form: giveRecoveryPasskeyForm, hidden: {}, back: paths.recoverFactor(locale) }),
  );
  const byPasskey = on(giveRecoveryPasskeyForm, (values) => give(givenPasskey(request, values)));
  const byCode = on(giveRecoveryFactorForm, ({ code }) => give({ by: 'code', code }));
  return submit(request, [ask, byPasskey, byCode], async ({ fields }) => {
    const { view } = await recoveryStep(request);
    if (view?.step !== 'factor') throw new Conflict('proof_used');
    return RecoverFactorPage({ frame, factors: view.factors, errors: fields });
  });
});
