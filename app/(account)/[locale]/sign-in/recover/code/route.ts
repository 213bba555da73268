import { RecoverCodePage } from '#documents/recovery/recover-code-page.tsx';
import { giveCode } from '#domain/recovery/give-code.ts';
import { giveCodeForm } from '#model/forms/recovery/give-code.ts';
import { paths } from '#paths';
import { documentRoute } from '../../../../../_http/document-route.ts';
import { on, submit } from '../../../../../_http/form/submit.ts';
import { recoveryStep } from '../../../../../_http/recovery/recovery-step.ts';
import { respond } from '../../../../../_http/respond.ts';
import { seeOther } from '../../../../../_http/see-other.ts';

export const GET = documentRoute(paths.recoverCode, async (request) => {
  const { next } = await recoveryStep(request);
  return next === paths.recoverCode(request.locale) ? respond(RecoverCodePage({ frame: request.frame, errors: {} })) : seeOther(next);
});

export const POST = documentRoute(paths.recoverCode, (request) => {
  const { ctx, frame, ticket } = request;
  const give = on(giveCodeForm, async ({ code }) => {
    await giveCode(ctx, { code, ticket });
    return seeOther((await recoveryStep(request)).next);
  });
  return submit(request, [give], ({ fields }) => RecoverCodePage({ frame, errors: fields }));
});
