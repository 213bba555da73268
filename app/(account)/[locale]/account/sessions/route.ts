import { RefusalPage } from '#documents/shell/refusal-page.tsx';
import { endOtherSessions } from '#domain/sessions/end-other-sessions.ts';
import { endSession } from '#domain/sessions/end-session.ts';
import { endSessions } from '#domain/sessions/end-sessions.ts';
import { reportSession } from '#domain/sessions/report-session.ts';
import { endOtherSessionsForm } from '#model/forms/sessions/end-other-sessions.ts';
import { endSessionForm } from '#model/forms/sessions/end-session.ts';
import { endSessionsForm } from '#model/forms/sessions/end-sessions.ts';
import { reportEventForm, reportSessionForm } from '#model/forms/sessions/report.ts';
import { paths } from '#paths';
import { accountRoute } from '../../../../_http/account-route.ts';
import { seeOther } from '../../../../_http/see-other.ts';
import { on, submit } from '../../../../_http/form/submit.ts';

/** The list stands on the account page. */
export const GET = accountRoute(paths.sessions, async ({ locale }) => seeOther(paths.account(locale)));

export const POST = accountRoute(paths.sessions, (request) => {
  const { ctx, locale, frame } = request;
  const told = (notice: string) => seeOther(`${paths.account(locale)}?notice=${notice}`);
  const chosen = on(endSessionsForm, async ({ sessionIds }) => {
    const { ended } = await endSessions(ctx, { sessionIds });
    return told(ended === 0 ? 'none_ended' : 'sessions_ended');
  });
  const others = on(endOtherSessionsForm, async () => {
    await endOtherSessions(ctx, {});
    return told('sessions_ended');
  });
  // Who was in the account may know its password: the guide is the next step.
  const session = on(reportSessionForm, async ({ sessionId }) => {
    await reportSession(ctx, { sessionId });
    return seeOther(paths.password(locale));
  });
  const event = on(reportEventForm, async ({ eventId }) => {
    await reportSession(ctx, { eventId });
    return seeOther(paths.password(locale));
  });
  // Without a constant of its own, so the last that is asked.
  const one = on(endSessionForm, async ({ sessionId }) => {
    await endSession(ctx, { sessionId });
    return told('session_ended');
  });
  return submit(request, [chosen, others, session, event, one], () => RefusalPage({ frame, status: 422 }));
});
