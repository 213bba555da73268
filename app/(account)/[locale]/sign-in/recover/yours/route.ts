import { RecoverNewPage } from '#documents/recovery/recover-new-page.tsx';
import { RecoverYoursPage } from '#documents/recovery/recover-yours-page.tsx';
import { keepRecoveredForm } from '#model/forms/recovery/keep-additions.ts';
import { paths } from '#paths';
import { documentRoute } from '../../../../../_http/document-route.ts';
import { on, submit } from '../../../../../_http/form/submit.ts';
import { recoveryStep, requireRecovery } from '../../../../../_http/recovery/recovery-step.ts';
import { respond } from '../../../../../_http/respond.ts';
import { seeOther } from '../../../../../_http/see-other.ts';

export const GET = documentRoute(paths.recoverYours, async (request) => {
  const { view, next } = await recoveryStep(request);
  return view !== null && next === paths.recoverYours(request.locale) ? respond(RecoverYoursPage({ frame: request.frame, view, errors: {} })) : seeOther(next);
});

/** What is kept goes along with the new password, in the form of the next page: nothing happens before that is sent. */
export const POST = documentRoute(paths.recoverYours, (request) => {
  const { frame } = request;
  const choose = on(keepRecoveredForm, async ({ keep }) =>
    respond(RecoverNewPage({ frame, view: await requireRecovery(request), keep, errors: {}, strength: null })),
  );
  return submit(request, [choose], async ({ fields }) => RecoverYoursPage({ frame, view: await requireRecovery(request), errors: fields }));
});
