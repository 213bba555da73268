import { Prisma } from '#generated/prisma/client.ts';
import { isBelow } from '#model/version.ts';
import type { AccountFacts, ActionKindDefinition, Order } from '../action-kind.ts';

/** An app that wasn't seen for so long is taken as gone. */
const GONE_DAYS = 30;
const DAY_MS = 86_400_000;

/** Done when the fixed version was seen on the platform, and nothing below it of late: an old app that is seen again opens it again. */
export const upgradeApp: ActionKindDefinition = {
  kind: 'upgrade_app',
  sessions: 'leave',
  doneAt(facts, order, now) {
    const { mine, below } = appsOf(facts, order, now);
    const fixed = mine.filter(({ version }) => order.fixedVersion !== null && !isBelow(version, order.fixedVersion)).map(({ seenAt }) => seenAt.getTime());
    return below.length > 0 || fixed.length === 0 ? null : new Date(Math.max(...fixed));
  },
  doneAtSql: Prisma.sql`(
    SELECT CASE WHEN bool_or(i.below AND i."seenAt" >= now() - make_interval(days => ${GONE_DAYS})) THEN NULL ELSE max(i."seenAt") FILTER (WHERE NOT i.below) END
    FROM (
      SELECT v."seenAt", ${comparable(Prisma.sql`v.version`)} < ${comparable(Prisma.sql`r."fixedVersion"`)} AS below
      FROM "AppInstall" v WHERE v."accountId" = a.id AND v.platform = r.platform
    ) i)`,
  step(facts, order, now) {
    const { platform, fixedVersion } = order;
    if (platform === null || fixedVersion === null) return null;
    const { lately, mine, below } = appsOf(facts, order, now);
    const details = { platform, fixedVersion };
    const installed = (apps: typeof mine) => apps.map(({ version }) => ({ platform, version }));
    if (below.length > 0) return { ...details, tone: 'act', installed: installed(below) };
    const fixed = mine.filter(({ version }) => !isBelow(version, fixedVersion));
    // Somebody with other apps only isn't asked; somebody of whom we see none is advised.
    if (fixed.length === 0 && lately.length > 0) return null;
    return { ...details, tone: 'recommended', installed: installed(fixed) };
  },
};

/** Of an account's apps: those seen of late, those of the order's platform, and of these the ones that are seen and must go. */
function appsOf({ installs }: AccountFacts, { platform, fixedVersion }: Order, now: Date) {
  const isLate = ({ seenAt }: { seenAt: Date }) => now.getTime() - seenAt.getTime() <= GONE_DAYS * DAY_MS;
  const mine = installs.filter((app) => app.platform === platform);
  const below = mine.filter((app) => isLate(app) && fixedVersion !== null && isBelow(app.version, fixedVersion));
  return { lately: installs.filter(isLate), mine, below };
}

/** A version as a row that PostgreSQL orders as `isBelow` does: its numbers without zeros at the end, then 0 for a suffix that comes before its release. */
function comparable(version: Prisma.Sql): Prisma.Sql {
  const trimmed = Prisma.sql`regexp_replace(btrim(${version}, E' \t\n\r'), '^[vV]', '')`;
  const part = Prisma.sql`CASE WHEN u.part ~ '^[0-9]{1,15}$' THEN u.part::numeric ELSE 0 END`;
  return Prisma.sql`(
    SELECT ROW(coalesce(array_agg(n.number ORDER BY n.place) FILTER (WHERE n.place <= n.last), '{}'),
      CASE WHEN ${trimmed} ~ '[- ]' AND position('+' IN ${trimmed}) = 0 THEN 0 ELSE 1 END)
    FROM (
      SELECT u.place, ${part} AS number, max(u.place) FILTER (WHERE ${part} <> 0) OVER () AS last
      FROM unnest(string_to_array(split_part(regexp_replace(${trimmed}, '[-+ ]', ' '), ' ', 1), '.')) WITH ORDINALITY AS u(part, place)
    ) n)`;
}
