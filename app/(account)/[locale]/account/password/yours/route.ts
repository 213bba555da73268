import { GuideNewPage } from '#documents/password/guide-new-page.tsx';
import { GuideYoursPage } from '#documents/recovery/guide-yours-page.tsx';
import { readGuide } from '#domain/password-change/read-guide.ts';
import { keepInGuideForm } from '#model/forms/recovery/keep-additions.ts';
import { paths } from '#paths';
import { accountRoute } from '../../../../../_http/account-route.ts';
import { respond } from '../../../../../_http/respond.ts';
import { seeOther } from '../../../../../_http/see-other.ts';
import { on, submit } from '../../../../../_http/form/submit.ts';

export const GET = accountRoute(paths.passwordYours, async ({ ctx, frame, locale, device }) => {
  const guide = await readGuide(ctx, { device });
  if (!guide.proved || guide.additions.length === 0) return seeOther(paths.passwordNew(locale));
  return respond(GuideYoursPage({ frame, guide, errors: {} }));
});

/** What is kept goes along with the new password, in the form of the next page: nothing happens before that is sent. */
export const POST = accountRoute(paths.passwordYours, (request) => {
  const { ctx, frame, locale, device } = request;
  const choose = on(keepInGuideForm, async ({ keep }) => {
    const guide = await readGuide(ctx, { device });
    if (!guide.proved) return seeOther(paths.passwordProof(locale));
    return respond(GuideNewPage({ frame, guide, errors: {}, strength: null, keep, signOutOthers: true }));
  });
  return submit(request, [choose], async ({ fields }) => GuideYoursPage({ frame, guide: await readGuide(ctx, { device }), errors: fields }));
});
