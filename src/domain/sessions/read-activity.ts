import { z } from 'zod';
import { aliveSessions } from './alive.ts';
import { query } from '#domain/core/verb.ts';
import { requireAccount } from '#domain/core/require-account.ts';

const MAX_SESSIONS = 100;
const MAX_EVENTS = 20;

/** The rest of the account page; not shown in a restricted session. */
export interface ActivityView {
  sessions: { id: string; device: string; network: string; createdAt: string; lastSeenAt: string; current: boolean }[];
  /** Newest first, at most 20. */
  events: { at: string; kind: string; device: string; network: string }[];
}

/** Where the account is signed in, and what lately happened to its security. Throws Forbidden `restricted` while a change of the password is asked for. */
export const readActivity = query({
  name: 'sessions/read-activity',
  input: z.strictObject({}),
  async run(ctx): Promise<ActivityView> {
    const { accountId, sessionId } = requireAccount(ctx);
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
