import { z } from 'zod';
import { aliveSessions } from '#domain/sessions/alive.ts';
import { query } from '../verb.ts';
import type { ActivityView } from './account-view.ts';
import { own } from './own.ts';

const MAX_SESSIONS = 100;
const MAX_EVENTS = 20;

export const readActivity = query({
  name: 'accounts/read-activity',
  may: 'account:activity',
  input: z.strictObject({}),
  async run(ctx): Promise<ActivityView> {
    const { accountId, sessionId } = own(ctx);
    const [sessions, events] = await Promise.all([
      ctx.db.session.findMany({ where: aliveSessions(accountId, ctx.now), orderBy: { lastSeenAt: 'desc' }, take: MAX_SESSIONS }),
      ctx.db.securityEvent.findMany({ where: { accountId }, orderBy: { at: 'desc' }, take: MAX_EVENTS }),
    ]);
    return {
      sessions: sessions.map(({ id, device, network, createdAt, lastSeenAt }) => {
        return { id, device, network, createdAt: createdAt.toISOString(), lastSeenAt: lastSeenAt.toISOString(), current: id === sessionId };
      }),
      events: events.map(({ at, kind, device, network }) => ({ at: at.toISOString(), kind, device, network })),
    };
  },
});
