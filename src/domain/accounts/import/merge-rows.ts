import { Prisma } from '#generated/prisma/client.ts';
import { endAccess } from '#domain/accounts/end-access.ts';
import type { Transaction } from '#domain/core/context.ts';
import { errorCodes } from '#domain/core/postgres/error-codes.ts';
import { FORMER_KEPT } from '#domain/credentials/password/set-password.ts';
import type { ImportDefaults } from './judge-row.ts';

/** Pages of 8 KiB that one statement takes: some hundred thousand rows, sorted in memory. */
const SLICE_PAGES = 8_192;

export interface Merged {
  created: number;
  /** Accounts of which something is other than before: the market, the locale or the password. */
  changed: number;
  hashesSet: number;
  /** Accounts with another password than the row's, which is not known to be newer or not for an account of the team. */
  hashesKept: number;
  sessionsEnded: number;
}

/**
 * Merges what is staged into the accounts, in few statements. New rows first, which nobody waits for; accounts that change are locked
 * last, together, and judged again once they are: whoever changed a password in the meantime keeps it.
 */
export async function mergeRows(tx: Transaction, now: Date, defaults: ImportDefaults, staged: number, progress: (done: number) => void): Promise<Merged> {
  await tx.$executeRaw`SET LOCAL work_mem = '128MB'`;
  // Milliseconds: a server whose client was killed would else finish its statement first, and hold what it locked.
  await tx.$executeRaw`SET LOCAL client_connection_check_interval = 1000`;
  const created = await insertNew(tx, now, defaults, progress);
  const { hashesInserted } = created;
  // Every row was a new account: there is none to compare.
  if (created.rows === staged) return { created: created.rows, changed: 0, hashesSet: hashesInserted, hashesKept: 0, sessionsEnded: 0 };
  await findDiffering(tx);
  const { hashesSet, ...changes } = await changeDiffering(tx, now);
  return { created: created.rows, hashesSet: hashesInserted + hashesSet, ...changes };
}

async function insertNew(tx: Transaction, now: Date, { market, locale }: ImportDefaults, progress: (done: number) => void) {
  const [size] = await tx.$queryRaw<[{ pages: bigint }]>`
    SELECT pg_relation_size('account_import.staged') / current_setting('block_size')::int AS pages`;
  const pages = Number(size.pages);
  let [rows, hashesInserted] = [0, 0];
  for (let page = 0; page < pages; page += SLICE_PAGES) {
    const [from, until] = [`(${page},0)`, `(${page + SLICE_PAGES},0)`];
    const insert = (onConflict: Prisma.Sql) => tx.$queryRaw<[{ rows: bigint; hashes: bigint }]>`
      WITH made AS (
        INSERT INTO "Account" (email, "emailKey", market, locale, "createdAt", "passwordHash", "passwordChangedAt", roles)
        SELECT email, "emailKey", coalesce(market, ${market ?? null}), coalesce(locale, ${locale ?? null}), coalesce("createdAt", ${now}),
          "passwordHash", "passwordChangedAt", '{}'
        FROM account_import.staged s WHERE ctid >= ${from}::tid AND ctid < ${until}::tid
          AND NOT EXISTS (SELECT 1 FROM "Account" a WHERE a."emailKey" = s."emailKey")
        ORDER BY "emailKey" COLLATE "C" ${onConflict} RETURNING "passwordHash" IS NOT NULL AS hash)
      SELECT count(*) AS rows, count(*) FILTER (WHERE hash) AS hashes FROM made`;
    const [counted] = await orElse(
      tx,
      () => insert(Prisma.empty),
      () => insert(Prisma.sql`ON CONFLICT ("emailKey") DO NOTHING`),
    );
    rows += Number(counted.rows);
    hashesInserted += Number(counted.hashes);
    progress(Math.min(1, (page + SLICE_PAGES) / pages));
  }
  return { rows, hashesInserted };
}

/** PostgreSQL's name for a second row of one key. */
const SECOND_OF_KEY = '23505';

/** Does `usual`, which costs a quarter less, and `sure` in its place when somebody made one of its accounts at the same moment. */
async function orElse<T>(tx: Transaction, usual: () => Promise<T>, sure: () => Promise<T>): Promise<T> {
  await tx.$executeRaw`SAVEPOINT slice`;
  try {
    return await usual();
  } catch (error) {
    if (!errorCodes(error).includes(SECOND_OF_KEY)) throw error;
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT slice`;
    return sure();
  }
}

/** Account `a` is other than row `s` says. */
const differs = Prisma.sql`(a.market <> coalesce(s.market, a.market) OR a.locale <> coalesce(s.locale, a.locale)
  OR (s."passwordHash" IS NOT NULL AND s."passwordHash" IS DISTINCT FROM a."passwordHash"))`;

/** Notes the rows that say something new, with the account's number. */
async function findDiffering(tx: Transaction): Promise<void> {
  await tx.$executeRaw`
    CREATE TEMPORARY TABLE differing ON COMMIT DROP AS
    SELECT a.id, s.market, s.locale, s."passwordHash", s."passwordChangedAt"
    FROM account_import.staged s JOIN "Account" a ON a."emailKey" = s."emailKey" WHERE ${differs}`;
}

/**
 * A hash is set where there is none, or where the row's is newer than all that is known of the present one. The team's own accounts take
 * none: what opens them is never what somebody chose as a customer elsewhere.
 */
const setsHash = Prisma.sql`(cardinality(a.roles) = 0 AND s."passwordHash" IS NOT NULL AND s."passwordHash" IS DISTINCT FROM a."passwordHash" AND (
  a."passwordHash" IS NULL
  OR coalesce(s."passwordChangedAt" > greatest(a."passwordChangedAt", (SELECT max(p.at) FROM "PasswordChange" p WHERE p."accountId" = a.id)), FALSE)))`;

async function changeDiffering(tx: Transaction, now: Date): Promise<Omit<Merged, 'created'>> {
  // A statement of its own: what was changed while it waited for a lock is seen by the next one alone.
  await tx.$executeRaw`SELECT a.id FROM "Account" a JOIN differing s ON s.id = a.id ORDER BY a.id FOR NO KEY UPDATE OF a`;
  await tx.$executeRaw`
    CREATE TEMPORARY TABLE judged ON COMMIT DROP AS
    SELECT s.*, ${setsHash} AS sets, a."passwordHash" IS NOT NULL AS had,
      s."passwordHash" IS NOT NULL AND s."passwordHash" IS DISTINCT FROM a."passwordHash" AS other
    FROM differing s JOIN "Account" a ON a.id = s.id WHERE ${differs}`;
  await keepFormer(tx, now);
  const changed = await tx.$executeRaw`
    UPDATE "Account" a SET market = coalesce(s.market, a.market), locale = coalesce(s.locale, a.locale),
      "passwordHash" = CASE WHEN s.sets THEN s."passwordHash" ELSE a."passwordHash" END,
      "passwordChangedAt" = CASE WHEN s.sets THEN s."passwordChangedAt" ELSE a."passwordChangedAt" END,
      "passwordVersion" = a."passwordVersion" + CASE WHEN s.sets THEN 1 ELSE 0 END,
      "breachAskedAt" = CASE WHEN s.sets THEN NULL ELSE a."breachAskedAt" END,
      "breachedAt" = CASE WHEN s.sets THEN NULL ELSE a."breachedAt" END
    FROM judged s WHERE s.id = a.id
      AND (s.sets OR a.market <> coalesce(s.market, a.market) OR a.locale <> coalesce(s.locale, a.locale))`;
  const [counts] = await tx.$queryRaw<[{ set: bigint; kept: bigint }]>`
    SELECT count(*) FILTER (WHERE sets) AS set, count(*) FILTER (WHERE other AND NOT sets) AS kept FROM judged`;
  // Who signed in did so by the password that is not the account's any more.
  const sessionsEnded = await endAccess(tx, Prisma.sql`SELECT id FROM judged WHERE sets AND had`);
  return { changed, hashesSet: Number(counts.set), hashesKept: Number(counts.kept), sessionsEnded };
}

/** What a hash takes the place of is not the account's next password either. */
async function keepFormer(tx: Transaction, now: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "FormerPassword" ("accountId", "passwordHash", "replacedAt")
    SELECT a.id, a."passwordHash", ${now} FROM judged s JOIN "Account" a ON a.id = s.id WHERE s.sets AND s.had`;
  await tx.$executeRaw`
    DELETE FROM "FormerPassword" f USING (
      SELECT id, row_number() OVER (PARTITION BY "accountId" ORDER BY id DESC) AS place FROM "FormerPassword"
      WHERE "accountId" IN (SELECT id FROM judged WHERE sets AND had)) ranked
    WHERE f.id = ranked.id AND ranked.place > ${FORMER_KEPT}`;
}
