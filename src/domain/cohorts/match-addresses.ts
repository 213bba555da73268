import type pg from 'pg';
import { MAX_EMAIL_LENGTH } from '#model/forms/fields.ts';
import { emailAddress } from '#domain/accounts/email-address.ts';
import type { Context } from '#domain/core/context.ts';
import { copyIn, onOwnConnection } from '#domain/core/postgres/copy-in.ts';
import { readClock } from '#domain/core/postgres/database-clock.ts';
import { IDS_AT_ONCE, type Listed, type Unmatched } from './listed.ts';

/** Lines that one statement looks up: a second's or so, after which it is said how far it has come. */
const PIECE = 200_000;

/**
 * The accounts whose addresses stand in the lines of a file, one a line; two spellings of one mailbox are one, and empty lines are nothing.
 * The lines are staged on a connection of its own, so that a file of any length costs no transaction.
 */
export function matchAddresses(ctx: Context, lines: AsyncIterable<string>): Promise<Listed> {
  return onOwnConnection(ctx, async (client) => {
    const countedAt = await readClock(ctx.db);
    await client.query(`CREATE TEMPORARY TABLE typed (line integer, key text, spelling text);
      CREATE TEMPORARY TABLE matched (id bigint PRIMARY KEY)`);
    const unmatched: Unmatched[] = [];
    const last = { line: 0 };
    await copyIn(client, 'typed (line, key, spelling)', addresses(lines, unmatched, last));
    await client.query('CREATE INDEX ON typed (line); ANALYZE typed');
    for (let after = 0; after < last.line; after += PIECE) {
      const rows = await lookUp(client, after);
      // Not spread: a call has no room for as many arguments.
      for (const row of rows) unmatched.push(row);
      ctx.progress?.('Finding the accounts', Math.min(after + PIECE, last.line), last.line);
    }
    return { ...(await sum(client)), countedAt, unmatched: unmatched.sort((a, b) => a.line - b.line) };
  });
}

/** The rows to stage. What is no address is nobody's. */
async function* addresses(lines: AsyncIterable<string>, unmatched: Unmatched[], last: { line: number }): AsyncGenerator<[string, string, string]> {
  for await (const typed of lines) {
    last.line += 1;
    const address = emailAddress(typed);
    if (address) yield [String(last.line), address.key, address.spelling];
    else if (typed.trim() !== '') unmatched.push({ line: last.line, typed: typed.trim().slice(0, MAX_EMAIL_LENGTH) });
  }
}

/** Keeps the accounts of a piece, and answers the lines that are nobody's. */
async function lookUp(client: pg.Client, after: number): Promise<Unmatched[]> {
  const { rows } = await client.query<Unmatched>(
    `WITH found AS (
      SELECT t.line, t.spelling, a.id FROM typed t LEFT JOIN "Account" a ON a."emailKey" = t.key WHERE t.line > $1 AND t.line <= $2
    ), kept AS (INSERT INTO matched SELECT DISTINCT id FROM found WHERE id IS NOT NULL ON CONFLICT DO NOTHING)
    SELECT line, spelling AS typed FROM found WHERE id IS NULL`,
    [after, after + PIECE],
  );
  return rows;
}

async function sum(client: pg.Client): Promise<Pick<Listed, 'ids' | 'size' | 'staff'>> {
  const arrays = await client.query<{ ids: string }>(
    `SELECT '{' || string_agg(id::text, ',') || '}' AS ids FROM (SELECT id, (row_number() OVER (ORDER BY id) - 1) / $1 AS part FROM matched) m GROUP BY part`,
    [IDS_AT_ONCE],
  );
  const counted = await client.query<{ size: number; staff: number }>(
    `SELECT count(*)::int AS size, (count(*) FILTER (WHERE cardinality(a.roles) > 0))::int AS staff
    FROM matched m JOIN "Account" a ON a.id = m.id WHERE a."disabledAt" IS NULL`,
  );
  const { size = 0, staff = 0 } = counted.rows[0] ?? {};
  return { ids: arrays.rows.map(({ ids }) => ids), size, staff };
}
