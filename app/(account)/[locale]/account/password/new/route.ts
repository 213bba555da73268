import { GuideNewPage } from '#documents/password/guide-new-page.tsx';
import { changePassword } from '#domain/password-change/change-password.ts';
import { PasswordRefused } from '#domain/credentials/password/check-new-password.ts';
import { readGuide } from '#domain/password-change/read-guide.ts';
import { paths } from '#paths';
import { sessionCookie } from '../../../../../_auth/session-cookie.ts';
import { field, submit } from '../../../../../_http/form.ts';
import { respond, seeOther } from '../../../../../_http/respond.ts';
import { ownPage } from '../../../../../_http/page.ts';

export const GET = ownPage(paths.passwordNew('en'), async ({ ctx, frame, locale }) => {
  const guide = await readGuide(ctx, {});
  return guide.proved ? respond(GuideNewPage({ frame, guide, errors: {}, strength: null, signOutOthers: true })) : seeOther(paths.passwordProof(locale));
});

export const POST = ownPage(paths.passwordNew('en'), (visit) =>
  submit(
    visit,
    async (form) => {
      const { ctx, locale } = visit;
      const { secret } = await changePassword(ctx, {
        next: field(form, 'next'),
        confirm: field(form, 'confirm'),
        signOutOthers: field(form, 'signOutOthers') === 'on',
      });
      return seeOther(paths.passwordDone(locale), [await sessionCookie(ctx.config, secret)]);
    },
    async (errors, form, refusal) =>
      GuideNewPage({
        frame: visit.frame,
        guide: await readGuide(visit.ctx, {}),
        errors,
        strength: refusal instanceof PasswordRefused ? refusal.strength : null,
        signOutOthers: field(form, 'signOutOthers') === 'on',
      }),
  ),
);
