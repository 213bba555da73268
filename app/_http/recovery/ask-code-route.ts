import { RecoverPage } from '#documents/recovery/recover-page.tsx';
import { askRecovery } from '#domain/recovery/ask-recovery.ts';
import type { askFirstCodeForm, askRecoveryForm } from '#model/forms/recovery/ask-recovery.ts';
import { paths } from '#paths';
import { secretCookie } from '../../_auth/secret-cookies.ts';
import { documentRoute, type Route } from '../document-route.ts';
import { on, submit } from '../form/submit.ts';
import { typedEmail } from '../form/typed-email.ts';
import { respond } from '../respond.ts';
import { seeOther } from '../see-other.ts';

/** The page that asks for the address of an account, for whichever reason, and has a code mailed to it. */
export function askCodeRoute(reason: 'forgotten' | 'first', form: typeof askRecoveryForm | typeof askFirstCodeForm): { GET: Route; POST: Route } {
  return {
    GET: documentRoute(form.path, async ({ frame }) => respond(RecoverPage({ frame, reason, email: '', errors: {} }))),
    POST: documentRoute(form.path, (request) => {
      const { ctx, locale, frame, ticket: replaces, device } = request;
      const ask = on(form, async ({ email }) => {
        const { ticket } = await askRecovery(ctx, { email, replaces, device });
        return seeOther(paths.recoverCode(locale), { cookies: [secretCookie(ctx.config, 'code', ticket)] });
      });
      return submit(request, [ask], ({ fields }, body) => RecoverPage({ frame, reason, email: typedEmail(body), errors: fields }));
    }),
  };
}
