import type { PrismaClient } from '#generated/prisma/client.ts';

/** Of each table, split into the rows of one account and all others: a word that is another one when a row was added, changed or taken away. */
export type TableStates = ReadonlyMap<string, string>;

/** They grow by whatever anybody does; what is in them stays. Processes renew their own rows. */
const GROWING = ['AuditEntry', 'SecurityEvent'];
const PROCESSES = ['Process'];

/** Reads the tables as they are there, so that a new one is among them by itself. */
export async function tableReader(db: PrismaClient) {
  const columns = await db.$queryRaw<{ name: string; columns: string[] }[]>`
    SELECT table_name AS name, array_agg(column_name::text) AS columns FROM information_schema.columns WHERE table_schema = 'public' GROUP BY 1 ORDER BY 1`;
  const tables = columns.filter(({ name }) => ![...GROWING, ...PROCESSES].includes(name));
  const states = tables.map(({ name, columns: has }) => {
    const owner =
      name === 'Account'
        ? 't.id'
        : has.includes('accountId')
          ? 't."accountId"'
          : has.includes('sessionId')
            ? '(SELECT s."accountId" FROM "Session" s WHERE s.id = t."sessionId")'
            : 'NULL::bigint';
    // Each write of a row gives it the number of its transaction.
    return `SELECT '${name}' AS name, coalesce(${owner} = $1, FALSE) AS own, count(*) || ':' || sum(t.xmin::text::bigint) AS state FROM "${name}" t GROUP BY 2`;
  });

  return {
    /** Keys are `Session own` and `Session others`. */
    async states(accountId: bigint): Promise<TableStates> {
      const rows = await db.$queryRawUnsafe<{ name: string; own: boolean; state: string }[]>(states.join(' UNION ALL '), accountId);
      return new Map(rows.map(({ name, own, state }) => [`${name} ${own ? 'own' : 'others'}`, state]));
    },
    /** The columns of an account, as text. */
    async account(accountId: bigint): Promise<Record<string, string>> {
      const [row] = await db.$queryRaw<{ account: Record<string, unknown> }[]>`SELECT to_jsonb(a) AS account FROM "Account" a WHERE id = ${accountId}`;
      return Object.fromEntries(Object.entries(row?.account ?? {}).map(([name, value]) => [name, JSON.stringify(value)]));
    },
    /** One word for all that is in the log of audits up to an entry; the last entry is the bound where none is given. */
    async audited(upTo?: bigint): Promise<{ upTo: bigint; sum: string }> {
      const [row] = await db.$queryRaw<{ upTo: bigint; sum: string }[]>`
        SELECT max(seq) AS "upTo", md5(string_agg(t::text, '|' ORDER BY seq)) AS sum FROM "AuditEntry" t WHERE seq <= ${upTo ?? 2n ** 62n}`;
      return row ?? { upTo: 0n, sum: '' };
    },
    /** Tables, jobs among them, of which a row holds a text. */
    async holding(text: string): Promise<string[]> {
      const every = [...columns.map(({ name }) => `"${name}"`), 'graphile_worker._private_jobs'];
      const found: string[] = [];
      for (const name of every) {
        const [row] = await db.$queryRawUnsafe<{ held: boolean }[]>(`SELECT EXISTS (SELECT FROM ${name} t WHERE position($1 in t::text) > 0) AS held`, text);
        if (row?.held) found.push(name);
      }
      return found;
    },
  };
}

/** The names of what differs. */
export function differing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name)).sort();
}
