import { createWriteStream, lstatSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { type Command, Option } from 'commander';
import { importAccounts } from '#domain/accounts/import/import-accounts.ts';
import { Invalid } from '#domain/core/errors.ts';
import { readGivenIn } from '#config';
import { market } from '#model/market.ts';
import { LOCALES, type Locale } from '#paths';
import { checked, MARKET_FORM } from '#bin/commands/checked.ts';
import { answer } from '#bin/commands/answer.ts';
import { asOperator, type OperatorOptions, operatorOptions } from '#bin/commands/operator.ts';
import { accountFile } from './source/account-file.ts';

interface ImportOptions extends OperatorOptions {
  market?: string;
  locale?: Locale;
  rejects?: string;
  strict?: true;
}

const EXAMPLE = `
The first line of a CSV names its columns; of NDJSON each line is an object with these names:
  email, market, locale, created_at, password_hash, password_changed_at
A hash is of Argon2, bcrypt, scrypt or PBKDF2, as docs/retention.md writes it.
Both may be packed by gzip or zstd. Killed and started again with the same file, it goes on where it was.

Example:
  candor accounts import customers.csv.gz --market SE --locale en --as you --reason "first import"`;

export function accountsImport(accounts: Command): void {
  const command = accounts
    .command('import')
    .description('make and renew accounts from a CSV or NDJSON, however long')
    .argument('<file>', 'a file, or - for the input')
    .option('--market <country>', 'of rows that name none, two letters', checked(market, MARKET_FORM))
    .addOption(new Option('--locale <locale>', 'of rows that name none').choices(LOCALES))
    .option('--rejects <file>', 'where the numbers of refused lines go, with the reason (default: beside the file)')
    .option('--strict', 'change nothing when a row is refused')
    .addHelpText('after', EXAMPLE);
  operatorOptions(command, 'import accounts').action((typed: string, options: ImportOptions) => {
    // What is read is garbage a moment later: room for more of it would only be held.
    setFlagsFromString('--semi-space-growth-factor=1');
    setFlagsFromString('--heap-growing-percent=20');
    const file = typed === '-' ? typed : resolve(readGivenIn(), typed);
    const path = rejectsPath(file, options.rejects);
    return asOperator(options, async (ctx) => {
      const rejects = rejectsFile(path);
      try {
        const { market, locale, strict = false } = options;
        const source = accountFile(file, ctx.progress);
        const view = await importAccounts(ctx, { source, rejects: rejects.open, strict, defaults: { market, locale } });
        answer(options, { ...view, rejects: view.rejected > 0 ? path : null }, report(view));
      } finally {
        if (rejects.written()) console.error(`What was refused, by line: ${path}`);
      }
    });
  });
}

/** Throws Invalid for what would be lost by it, before anything is read. */
function rejectsPath(file: string, typed: string | undefined): string {
  const path = resolve(readGivenIn(), typed ?? (file === '-' ? 'accounts.rejects.csv' : `${file}.rejects.csv`));
  if (file !== '-' && isOneFile(path, file)) throw new Invalid({}, 'The refused lines can’t go into the file that is read.');
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there?.isDirectory() || there?.isSymbolicLink())
    throw new Invalid({}, `The refused lines can’t go to ${path}: it is a folder or a link. Name a file by --rejects.`);
  return path;
}

/** By whatever links: two names of one file are one. */
function isOneFile(path: string, other: string): boolean {
  const [a, b] = [path, other].map((name) => statSync(name, { throwIfNoEntry: false }));
  return path === other || (a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino);
}

/** A file of its own, that only its owner reads: what stood there before is removed and not written through. A device or a pipe stays and takes the lines. */
function rejectsFile(path: string): { open(): Writable; written(): boolean } {
  let written = false;
  return {
    open() {
      const there = lstatSync(path, { throwIfNoEntry: false });
      if (there?.isFile()) rmSync(path);
      const file = createWriteStream(path, { flags: there && !there.isFile() ? 'w' : 'wx', mode: 0o600 });
      // A full disk is told of without the name of the file.
      file.once('error', (error) => Object.assign(error, { path }));
      return file.once('finish', () => {
        written = true;
      });
    },
    written: () => written,
  };
}

function report(view: Awaited<ReturnType<typeof importAccounts>>): string {
  const lines: [number, string][] = [
    [view.rows, 'read'],
    [view.created, 'new'],
    [view.changed, 'changed'],
    [view.unchanged, 'unchanged'],
    [view.rejected, 'refused'],
    [view.hashesSet, 'passwords set'],
    [view.hashesKept, 'passwords kept: the row’s is not known to be newer, or the account is the team’s own'],
    [view.sessionsEnded, 'sessions ended, of passwords that were replaced'],
  ];
  const width = Math.max(...lines.map(([count]) => count.toLocaleString('en-US').length));
  return lines.map(([count, what]) => `${count.toLocaleString('en-US').padStart(width)}  ${what}`).join('\n');
}
