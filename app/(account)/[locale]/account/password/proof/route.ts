import { GuideProofPage } from '#documents/password/guide-proof-page.tsx';
import { proveOwnership } from '#domain/password-change/prove-ownership.ts';
import { readGuide } from '#domain/password-change/read-guide.ts';
import { sendCode } from '#domain/credentials/email-code/send-code.ts';
import { paths } from '#paths';
import { field, submit } from '../../../../../_http/submit.ts';
import { respond } from '../../../../../_http/respond.ts';
import { seeOther } from '../../../../../_http/see-other.ts';
import { accountRoute } from '../../../../../_http/account-route.ts';

export const GET = accountRoute(paths.passwordProof, async ({ query, ctx, frame }) => {
  const guide = await readGuide(ctx, {});
  const notice = guide.codeSent && query.has('code-sent') ? ('code_sent' as const) : null;
  return respond(GuideProofPage({ frame, guide, errors: {}, notice }));
});

export const POST = accountRoute(paths.passwordProof, (request) =>
  submit(
    request,
    async (form) => {
      const { ctx, locale } = request;
      if (field(form, 'send') === '1') {
        await sendCode(ctx, {});
        return seeOther(`${paths.passwordProof(locale)}?code-sent`);
      }
      const byCode = field(form, 'proof') === 'email_code';
      await proveOwnership(ctx, byCode ? { proof: 'email_code', code: field(form, 'code') } : { proof: 'current', password: field(form, 'password') });
      return seeOther(paths.passwordNew(locale));
    },
    async (errors) => GuideProofPage({ frame: request.frame, guide: await readGuide(request.ctx, {}), errors, notice: null }),
  ),
);
