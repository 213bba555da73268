import { z } from 'zod';
import { aliveSessions } from './alive.ts';
import { query } from '#domain/core/verb.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { type EventGroup, groupedEvents } from './own/grouped-events.ts';

const MAX_SESSIONS = 100;
const MAX_WINDOWS = 100;

/** The rest of the account page. */
export interface ActivityView {
  /** Used last first, at most 100. `during`: it began in one of the windows. */
  sessions: { id: string; device: string; network: string; createdAt: string; lastSeenAt: string; current: boolean; during: boolean }[];
  /** Newest first; null in a restricted session. */
  events: EventGroup[] | null;
}

/**
 * Where the account is signed in, and what lately happened to its security; what falls into one of the windows (ISO 8601) is told apart. A restricted
 * session sees the others, to end them.
 */
export const readActivity = query({
  name: 'sessions/read-activity',
  input: z.strictObject({
    windows: z.array(z.strictObject({ from: z.iso.datetime({ offset: true }), to: z.iso.datetime({ offset: true }) })).max(MAX_WINDOWS),
  }),
  async run(ctx, input): Promise<ActivityView> {
    const { accountId, sessionId, session } = requireAccount(ctx);
    const windows = input.windows.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }));
    const during = (at: Date) => windows.some(({ from, to }) => from <= at && at <= to);
    const [sessions, events] = await Promise.all([
      ctx.db.session.findMany({ where: aliveSessions(accountId, ctx.now), orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }], take: MAX_SESSIONS }),
      session === 'full' ? groupedEvents(ctx.db, accountId, windows) : null,
    ]);
    return {
      sessions: sessions.map(({ id, device, network, createdAt, lastSeenAt }) => {
        const at = { createdAt: createdAt.toISOString(), lastSeenAt: lastSeenAt.toISOString() };
        return { id, device, network, ...at, current: id === sessionId, during: during(createdAt) };
      }),
      events,
    };
  },
});
