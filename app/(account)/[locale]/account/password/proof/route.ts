import { GuideProofPage } from '#documents/password/guide-proof-page.tsx';
import { proveOwnership } from '#domain/password-change/prove-ownership.ts';
import { readGuide } from '#domain/password-change/read-guide.ts';
import { sendCode } from '#domain/credentials/email-code/send-code.ts';
import { paths } from '#paths';
import { field, submit } from '../../../../../_http/form.ts';
import { respond, seeOther } from '../../../../../_http/respond.ts';
import { ownPage } from '../../../../../_http/page.ts';

export const GET = ownPage(paths.passwordProof('en'), async ({ request, ctx, frame }) => {
  const guide = await readGuide(ctx, {});
  const notice = guide.codeSent && new URL(request.url).searchParams.has('code-sent') ? ('code_sent' as const) : null;
  return respond(GuideProofPage({ frame, guide, errors: {}, notice }));
});

export const POST = ownPage(paths.passwordProof('en'), (visit) =>
  submit(
    visit,
    async (form) => {
      const { ctx, locale } = visit;
      if (field(form, 'send') === '1') {
        await sendCode(ctx, {});
        return seeOther(`${paths.passwordProof(locale)}?code-sent`);
      }
      const byCode = field(form, 'proof') === 'email_code';
      await proveOwnership(ctx, byCode ? { proof: 'email_code', code: field(form, 'code') } : { proof: 'current', password: field(form, 'password') });
      return seeOther(paths.passwordNew(locale));
    },
    async (errors) => GuideProofPage({ frame: visit.frame, guide: await readGuide(visit.ctx, {}), errors, notice: null }),
  ),
);
