import { z } from 'zod';
import { aliveSessions } from './alive.ts';
import { query } from '#domain/core/verb.ts';
import { requireAccount } from '#domain/core/require-account.ts';

const MAX_SESSIONS = 100;
const MAX_EVENTS = 20;

/** The rest of the account page. */
export interface ActivityView {
  sessions: { id: string; device: string; network: string; createdAt: string; lastSeenAt: string; current: boolean }[];
  /** Newest first, at most 20, alike ones in a row as one; none in a restricted session. */
  events: { at: string; kind: string; device: string; network: string }[];
}

/** Where the account is signed in, and what lately happened to its security. A restricted session sees the others, to end them. */
export const readActivity = query({
  name: 'sessions/read-activity',
  input: z.strictObject({}),
  async run(ctx): Promise<ActivityView> {
    const { accountId, sessionId, session } = requireAccount(ctx);
    const [sessions, events] = await Promise.all([
      ctx.db.session.findMany({ where: aliveSessions(accountId, ctx.now), orderBy: { lastSeenAt: 'desc' }, take: MAX_SESSIONS }),
      session === 'restricted' ? [] : ctx.db.securityEvent.findMany({ where: { accountId }, orderBy: { at: 'desc' }, take: MAX_EVENTS }),
    ]);
    return {
      sessions: sessions.map(({ id, device, network, createdAt, lastSeenAt }) => {
        return { id, device, network, createdAt: createdAt.toISOString(), lastSeenAt: lastSeenAt.toISOString(), current: id === sessionId };
      }),
      events: events.map(({ at, kind, device, network }) => ({ at: at.toISOString(), kind, device, network })),
    };
  },
});
