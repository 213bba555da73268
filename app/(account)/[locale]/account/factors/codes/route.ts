import { FactorsPage } from '#documents/factors/factors-page.tsx';
import { RecoveryCodesPage } from '#documents/factors/recovery-codes-page.tsx';
import { readFactors } from '#domain/credentials/factor/read-factors.ts';
import { makeRecoveryCodes } from '#domain/credentials/recovery-code/make-recovery-codes.ts';
import { makeRecoveryCodesForm } from '#model/forms/factors/make-recovery-codes.ts';
import { paths } from '#paths';
import { accountRoute } from '../../../../../_http/account-route.ts';
import { respond } from '../../../../../_http/respond.ts';
import { seeOther } from '../../../../../_http/see-other.ts';
import { on, submit } from '../../../../../_http/form/submit.ts';

/** Codes are shown once, in the answer that made them. */
export const GET = accountRoute(paths.factorCodes, async ({ locale }) => seeOther(paths.factors(locale)));

export const POST = accountRoute(paths.factorCodes, (request) => {
  const { ctx, frame } = request;
  const make = on(makeRecoveryCodesForm, async () => respond(RecoveryCodesPage({ frame, codes: (await makeRecoveryCodes(ctx, {})).codes })));
  return submit(request, [make], async ({ fields }) => FactorsPage({ frame, factors: await readFactors(ctx, {}), errors: fields, notice: null }));
});
