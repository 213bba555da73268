import { FactorsPage } from '#documents/factors/factors-page.tsx';
import { MakePasskeyPage } from '#documents/factors/make-passkey-page.tsx';
import { readFactors } from '#domain/credentials/factor/read-factors.ts';
import { addPasskey } from '#domain/credentials/passkey/add-passkey.ts';
import { startPasskey } from '#domain/credentials/passkey/start-passkey.ts';
import { addPasskeyForm } from '#model/forms/factors/add-passkey.ts';
import { startPasskeyForm } from '#model/forms/factors/start-passkey.ts';
import { paths } from '#paths';
import { heldSecret } from '../../../../../_auth/secret-cookies.ts';
import { accountRoute } from '../../../../../_http/account-route.ts';
import { respondWithPasskey } from '../../../../../_http/passkey/respond-with-passkey.ts';
import { seeOther } from '../../../../../_http/see-other.ts';
import { on, submit } from '../../../../../_http/form/submit.ts';

/** A passkey is begun by a button. */
export const GET = accountRoute(paths.factorPasskey, async ({ locale }) => seeOther(paths.factors(locale)));

export const POST = accountRoute(paths.factorPasskey, (request) => {
  const { incoming, ctx, locale, frame } = request;
  const start = on(startPasskeyForm, async () => {
    const { ticket, options } = await startPasskey(ctx, { brand: frame.site.brand });
    return respondWithPasskey(ticket, (script) => MakePasskeyPage({ frame, script, options: JSON.stringify(options) }));
  });
  const add = on(addPasskeyForm, async ({ answer }) => {
    await addPasskey(ctx, { answer, ticket: heldSecret(incoming.cookies, ctx.config, 'passkey') });
    return seeOther(paths.factors(locale, { notice: 'passkey_added' }));
  });
  // A challenge is good once: after a refusal a passkey is begun anew, from the list.
  return submit(request, [start, add], async ({ fields }) => FactorsPage({ frame, factors: await readFactors(ctx, {}), errors: fields, notice: null }));
});
