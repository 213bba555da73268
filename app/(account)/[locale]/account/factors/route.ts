import { FACTOR_NOTICES, FactorsPage } from '#documents/factors/factors-page.tsx';
import { readFactors } from '#domain/credentials/factor/read-factors.ts';
import { removePasskey } from '#domain/credentials/passkey/remove-passkey.ts';
import { removeTotp } from '#domain/credentials/totp/remove-totp.ts';
import { removePasskeyForm } from '#model/forms/factors/remove-passkey.ts';
import { removeTotpForm } from '#model/forms/factors/remove-totp.ts';
import { paths } from '#paths';
import { accountRoute } from '../../../../_http/account-route.ts';
import { respond } from '../../../../_http/respond.ts';
import { seeOther } from '../../../../_http/see-other.ts';
import { on, submit } from '../../../../_http/form/submit.ts';

export const GET = accountRoute(paths.factors, async ({ query, ctx, frame }) => {
  const asked = query.get('notice');
  const notice = FACTOR_NOTICES.find((known) => known === asked) ?? null;
  return respond(FactorsPage({ frame, factors: await readFactors(ctx, {}), errors: {}, notice }));
});

export const POST = accountRoute(paths.factors, (request) => {
  const { ctx, locale, frame } = request;
  const passkey = on(removePasskeyForm, async ({ passkeyId }) => {
    await removePasskey(ctx, { passkeyId });
    return seeOther(paths.factors(locale, { notice: 'passkey_removed' }));
  });
  const app = on(removeTotpForm, async () => {
    await removeTotp(ctx, {});
    return seeOther(paths.factors(locale, { notice: 'app_removed' }));
  });
  return submit(request, [passkey, app], async ({ fields }) => FactorsPage({ frame, factors: await readFactors(ctx, {}), errors: fields, notice: null }));
});
