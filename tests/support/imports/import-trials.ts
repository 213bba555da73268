import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { accountFile } from '#bin/commands/accounts/source/account-file.ts';
import { importAccounts } from '#domain/accounts/import/import-accounts.ts';
import type { ImportSource } from '#domain/accounts/import/import-source.ts';
import { operator, testConfig, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';

export const hash = (name: string) => `$argon2id$v=19$m=19456,t=2,p=1$${Buffer.from(name.padEnd(12, '.')).toString('base64')}$${'A'.repeat(43)}`;
export const HEAD = 'email,market,locale,created_at,password_hash,password_changed_at';
/** Three good rows below their head. */
export const LINES = [
  HEAD,
  'Someone@Tempo.example,SE,en,2014-05-22T00:00:00Z,,',
  `"o'brien@tempo.example",NO,de,2014-05-22T02:00:00+02:00,"${hash('b')}",2015-01-01T00:00:00.5Z`,
  'jürgen@bücher.example,DE,de,,,',
];
export const csv = LINES.join('\n');

interface Options {
  strict?: boolean;
  defaults?: { market?: string; locale?: 'en' | 'de' };
}

/** For one test file: imports into a database of its own, which is empty at the start of each test. */
export function importTrials() {
  let database: TestDatabase;
  const dir = mkdtempSync(join(tmpdir(), 'candor-import-'));
  beforeAll(async () => {
    database = await testDatabase();
  });
  beforeEach(() => database.db.$executeRaw`TRUNCATE "Account", "AuditEntry", account_import.run, account_import.staged, account_import.rejected CASCADE`);
  afterAll(async () => {
    rmSync(dir, { recursive: true });
    await database.close();
  });

  function file(content: string | Buffer): string {
    const path = join(dir, randomBytes(4).toString('hex'));
    writeFileSync(path, content);
    return path;
  }
  return {
    database: () => database,
    file,
    /** Imports a source, or a file with this content; what was refused comes as lines of the CSV. */
    async take(from: string | Buffer | ImportSource, { strict = false, defaults = {} }: Options = {}) {
      const source = typeof from === 'string' || Buffer.isBuffer(from) ? accountFile(file(from)) : from;
      const ctx = testContext(database.db, operator, { config: testConfig({ databaseDirectUrl: database.url }) });
      let refused = '';
      const rejects = () =>
        new PassThrough({ encoding: 'utf8' }).on('data', (text) => {
          refused += text;
        });
      const outcome = await importAccounts(ctx, { source, rejects, strict, defaults }).then(
        (view) => ({ view, error: null }),
        (error: Error) => ({ view: null, error }),
      );
      return { ...outcome, refused: refused.split('\n').slice(1, -1) };
    },
    accounts: () => database.db.account.findMany({ orderBy: { emailKey: 'asc' }, omit: { id: true } }),
    /** Rows that an import holds. */
    async held(): Promise<number> {
      const [row] = await database.db.$queryRaw<[{ count: bigint }]>`
        SELECT (SELECT count(*) FROM account_import.run) + (SELECT count(*) FROM account_import.staged) + (SELECT count(*) FROM account_import.rejected) AS count`;
      return Number(row.count);
    },
  };
}
