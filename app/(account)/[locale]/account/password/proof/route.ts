import { GuideProofPage } from '#documents/password/guide-proof-page.tsx';
import { sendCode } from '#domain/credentials/email-code/send-code.ts';
import { askProofPasskey } from '#domain/password-change/ask-proof-passkey.ts';
import { proveOwnership } from '#domain/password-change/prove-ownership.ts';
import { readGuide } from '#domain/password-change/read-guide.ts';
import { proofByCodeForm } from '#model/forms/proof-by-code.ts';
import { proofByFactorForm } from '#model/forms/factors/proof-by-factor.ts';
import { askProofPasskeyForm, proofByPasskeyForm } from '#model/forms/factors/proof-by-passkey.ts';
import { isMeant } from '#model/forms/is-meant.ts';
import { proofByPasswordForm } from '#model/forms/proof-by-password.ts';
import { sendCodeForm } from '#model/forms/send-code.ts';
import { paths } from '#paths';
import { secretCookie } from '../../../../../_auth/secret-cookies.ts';
import { accountRoute } from '../../../../../_http/account-route.ts';
import { respond } from '../../../../../_http/respond.ts';
import { seeOther } from '../../../../../_http/see-other.ts';
import { on, submit } from '../../../../../_http/form/submit.ts';
import { givenPasskey, usePasskey } from '../../../../../_http/passkey/use-passkey.ts';

export const GET = accountRoute(paths.passwordProof, async ({ query, ctx, frame }) => {
  const guide = await readGuide(ctx, {});
  const notice = guide.codeSent && query.has('code-sent') ? ('code_sent' as const) : null;
  return respond(GuideProofPage({ frame, guide, byFactor: query.get('by') === 'factor', errors: {}, notice }));
});

export const POST = accountRoute(paths.passwordProof, (request) => {
  const { ctx, locale, frame, device, ticket } = request;
  const prove = async (given: Parameters<typeof proveOwnership>[1]) => {
    await proveOwnership(ctx, given);
    return seeOther(paths.passwordNew(locale));
  };
  const byPassword = on(proofByPasswordForm, ({ proof, password }) => prove({ proof, password }));
  const byCode = on(proofByCodeForm, (input) => prove({ ...input, ticket }));
  const byFactor = on(proofByFactorForm, ({ proof, code }) => prove({ proof, given: { by: 'code', code } }));
  const ask = on(askProofPasskeyForm, async () =>
    usePasskey(request, await askProofPasskey(ctx, {}), { form: proofByPasskeyForm, hidden: {}, back: paths.passwordProof(locale) }),
  );
  const byPasskey = on(proofByPasskeyForm, (values) => prove({ proof: 'factor', given: givenPasskey(request, values) }));
  const send = on(sendCodeForm, async () => {
    const { ticket: asked } = await sendCode(ctx, { replaces: ticket, device });
    return seeOther(`${paths.passwordProof(locale)}?code-sent`, { cookies: [secretCookie(ctx.config, 'code', asked)] });
  });
  return submit(request, [byPassword, byCode, byFactor, ask, byPasskey, send], async ({ fields }, body) =>
    GuideProofPage({ frame, guide: await readGuide(ctx, {}), byFactor: isMeant(proofByFactorForm, body), errors: fields, notice: null }),
  );
});
