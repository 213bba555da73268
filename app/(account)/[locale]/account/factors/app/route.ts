import { FactorsPage } from '#documents/factors/factors-page.tsx';
import { TotpSetupPage } from '#documents/factors/totp-setup-page.tsx';
import { readFactors } from '#domain/credentials/factor/read-factors.ts';
import { confirmTotp } from '#domain/credentials/totp/confirm-totp.ts';
import { readTotpSetup } from '#domain/credentials/totp/read-totp-setup.ts';
import { startTotp } from '#domain/credentials/totp/start-totp.ts';
import { confirmTotpForm } from '#model/forms/factors/confirm-totp.ts';
import { startTotpForm } from '#model/forms/factors/start-totp.ts';
import { paths } from '#paths';
import { accountRoute } from '../../../../../_http/account-route.ts';
import { respond } from '../../../../../_http/respond.ts';
import { seeOther } from '../../../../../_http/see-other.ts';
import { on, submit } from '../../../../../_http/form/submit.ts';

export const GET = accountRoute(paths.factorApp, async ({ ctx, frame, locale }) => {
  const setup = await readTotpSetup(ctx, { issuer: frame.site.brand });
  return setup ? respond(TotpSetupPage({ frame, setup, errors: {} })) : seeOther(paths.factors(locale));
});

export const POST = accountRoute(paths.factorApp, (request) => {
  const { ctx, locale, frame } = request;
  const start = on(startTotpForm, async () => {
    await startTotp(ctx, {});
    return seeOther(paths.factorApp(locale));
  });
  const confirm = on(confirmTotpForm, async ({ code }) => {
    await confirmTotp(ctx, { code });
    return seeOther(paths.factors(locale, { notice: 'app_added' }));
  });
  return submit(request, [start, confirm], async ({ fields: errors }) => {
    const setup = await readTotpSetup(ctx, { issuer: frame.site.brand });
    if (setup) return TotpSetupPage({ frame, setup, errors });
    return FactorsPage({ frame, factors: await readFactors(ctx, {}), errors, notice: null });
  });
});
