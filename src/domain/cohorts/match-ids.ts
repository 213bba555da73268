import type { Context } from '#domain/core/context.ts';
import { databaseNow } from '#domain/core/postgres/database-clock.ts';
import { Invalid } from '#domain/core/errors.ts';
import { IDS_AT_ONCE, type Listed } from './listed.ts';

/** The accounts with these numbers. Throws Invalid `account_unknown` unless all are there. */
export async function matchIds({ db }: Context, typed: string[]): Promise<Listed> {
  const ids = [...new Set(typed.map((id) => String(BigInt(id))))];
  const [found] = (await db.$queryRaw`
    SELECT count(*) AS known, count(*) FILTER (WHERE a."disabledAt" IS NULL) AS size,
      count(*) FILTER (WHERE a."disabledAt" IS NULL AND cardinality(a.roles) > 0) AS staff, ${databaseNow} AS now
    FROM "Account" a WHERE a.id = ANY(${`{${ids}}`}::bigint[])`) as [{ known: bigint; size: bigint; staff: bigint; now: Date }];
  if (Number(found.known) !== ids.length) throw new Invalid({ accountIds: 'account_unknown' });
  const arrays = Array.from({ length: Math.ceil(ids.length / IDS_AT_ONCE) }, (_, index) => `{${ids.slice(index * IDS_AT_ONCE, (index + 1) * IDS_AT_ONCE)}}`);
  return { ids: arrays, size: Number(found.size), staff: Number(found.staff), countedAt: found.now, unmatched: [] };
}
