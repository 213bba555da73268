import type { PrismaClient } from '#generated/prisma/client.ts';

/** So many lines, the newest … */
const MAX_SHOWN = 20;
/** … but of each kind always so many: whoever makes thousands of one pushes no other off the page. */
const MIN_OF_A_KIND = 6;
/** The newest so many are looked at; by the limits on failures a stranger needs years for them. */
const MAX_LOOKED_AT = 20_000;

/** Alike things that happened on one day (UTC), as one line. */
export interface EventGroup {
  /** Of the newest of them. */
  id: string;
  /** ISO 8601; of the newest and the oldest. */
  at: string;
  since: string;
  count: number;
  kind: string;
  device: string;
  network: string;
  /** In one of the windows. */
  during: boolean;
}

/** What happened to an account's security, newest first: the newest groups, and of every kind some. */
export async function groupedEvents(db: PrismaClient, accountId: bigint, windows: readonly { from: Date; to: Date }[]): Promise<EventGroup[]> {
  const [from, to] = [windows.map((window) => window.from), windows.map((window) => window.to)];
  const groups = await db.$queryRaw<(Omit<EventGroup, 'id' | 'at' | 'since'> & { id: bigint; at: Date; since: Date })[]>`
    WITH ranked AS (
      SELECT *, row_number() OVER (PARTITION BY kind ORDER BY at DESC, id DESC) AS place FROM (
        SELECT max(id) AS id, max(at) AS at, min(at) AS since, count(*)::int AS count, kind, device, network, during FROM (
          SELECT e.*, EXISTS (SELECT 1 FROM unnest(${from}::timestamptz[], ${to}::timestamptz[]) w("from", "to") WHERE e.at BETWEEN w."from" AND w."to") AS during
          FROM "SecurityEvent" e WHERE e."accountId" = ${accountId} ORDER BY e.at DESC LIMIT ${MAX_LOOKED_AT}
        ) newest GROUP BY (at AT TIME ZONE 'UTC')::date, kind, device, network, during
      ) grouped
    ), listed AS (SELECT *, row_number() OVER (ORDER BY place > ${MIN_OF_A_KIND}, at DESC, id DESC) AS line FROM ranked)
    SELECT id, at, since, count, kind, device, network, during FROM listed
    WHERE place <= ${MIN_OF_A_KIND} OR line <= ${MAX_SHOWN} ORDER BY at DESC, id DESC`;
  return groups.map(({ id, at, since, ...group }) => ({ ...group, id: String(id), at: at.toISOString(), since: since.toISOString() }));
}
