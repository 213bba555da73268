import { z } from 'zod';
import type { ActionKind } from '#model/actions.ts';
import type { ProofMethod } from '#model/proofs.ts';
import { type AccountSummary, accountSummary } from '#domain/accounts/account-summary.ts';
import { accountName, findAccount } from '#domain/accounts/find-account.ts';
import { query } from '#domain/core/verb.ts';
import { aliveSessions } from '#domain/sessions/alive.ts';
import { incidentView } from './incident-view.ts';
import { readAccount } from './read-account.ts';
import { toldIncidents } from './told-incidents.ts';

const MAX_SHOWN = 10;

/** What a responder sees of one account: no secret, and times in ISO 8601. */
export interface ShownAccount extends AccountSummary {
  lastSignInAt: string | null;
  sessions: { open: number; lastSeenAt: string | null };
  /** What is asked and not done; of a closed account nothing is. */
  openOrders: { incident: string; kind: ActionKind; since: string }[];
  /** Newest first, at most ten. */
  passwordChanges: { at: string; proof: ProofMethod }[];
  events: { at: string; kind: string; device: string; network: string }[];
}

/** One account with its sessions, its open orders and what lately happened to it, closed ones too. Throws NotFound. */
export const showAccount = query({
  name: 'status/show-account',
  input: z.strictObject({ account: accountName }),
  async run(ctx, { account }): Promise<ShownAccount> {
    const { db, now } = ctx;
    const accountId = await findAccount(db, account);
    const newest = { where: { accountId }, orderBy: { at: 'desc' }, take: MAX_SHOWN } as const;
    const [row, sessions, changes, events] = await Promise.all([
      db.account.findUniqueOrThrow({ where: { id: accountId }, omit: { emailKey: true } }),
      db.session.aggregate({ where: aliveSessions(accountId, now), _count: true, _max: { lastSeenAt: true } }),
      db.passwordChange.findMany(newest),
      db.securityEvent.findMany(newest),
    ]);
    const { disabledAt, lastSignInAt } = row;
    return {
      ...accountSummary(row),
      lastSignInAt: lastSignInAt?.toISOString() ?? null,
      sessions: { open: disabledAt ? 0 : sessions._count, lastSeenAt: sessions._max.lastSeenAt?.toISOString() ?? null },
      openOrders: disabledAt ? [] : await openOrders(ctx, accountId),
      passwordChanges: changes.map(({ at, proof }) => ({ at: at.toISOString(), proof })),
      events: events.map(({ at, kind, device, network }) => ({ at: at.toISOString(), kind, device, network })),
    };
  },
});

async function openOrders(ctx: Parameters<typeof toldIncidents>[0] & { now: Date }, accountId: bigint): Promise<ShownAccount['openOrders']> {
  const [facts, { incidents }] = await Promise.all([readAccount(ctx.db, accountId), toldIncidents(ctx, accountId)]);
  return incidents.flatMap((incident) =>
    incidentView(facts, incident, ctx.now)
      .todo.filter(({ done }) => !done)
      .map(({ kind, since }) => ({ incident: incident.slug, kind, since })),
  );
}
