import { randomUUID } from 'node:crypto';
import { type Command, Option } from 'commander';
import { type Config, readConfig } from '#config';
import type { DoorContext } from '#domain/core/context.ts';
import { checked } from './checked.ts';
import { operatingUser } from './operating-user.ts';
import { openDatabase } from '#domain/core/postgres/database.ts';
import { showProgress } from './show-progress.ts';

export interface OperatorOptions {
  as: string;
  reason: string;
  /** The answer as JSON on the output, and nothing else there. */
  json?: true;
}

/** What the audit log is told; it keeps it for years, and no sign of it moves the cursor of who reads it. */
const WORDS = /^(?=.*\S)[^\p{Cc}\u2028\u2029]{1,500}$/u;
const WORDS_FORM = 'Say it in 1 to 500 characters, on one line.';

/** Every operator's act says who and why; both go into the audit log. */
export function operatorOptions(command: Command, reason: string): Command {
  return command
    .addOption(new Option('--as <name>', 'who you are, for the audit log').argParser(checked(WORDS, WORDS_FORM)).default(operatingUser()))
    .addOption(new Option('--reason <text>', 'why, for the audit log').argParser(checked(WORDS, WORDS_FORM)).default(reason))
    .option('--json', 'answer in JSON');
}

/** Runs `work` as the operator, with a database that is closed afterwards; what takes longer than a second says how far it has come. */
export async function asOperator<T>(options: OperatorOptions, work: (ctx: DoorContext) => Promise<T>): Promise<T> {
  const config: Config = readConfig();
  const { db, close } = openDatabase(config.databaseUrl);
  const progress = showProgress(process.stderr);
  try {
    return await work({
      actor: { kind: 'operator', as: options.as, reason: options.reason },
      db,
      config,
      requestId: randomUUID(),
      progress: progress.show,
      // Only who publishes needs it, and it brings all documents along.
      async renderEdition(previous, next) {
        const [{ proveEdition }, { readSiteOptions }] = await Promise.all([import('#documents/prove-edition.ts'), import('#documents/shell/site-options.ts')]);
        return proveEdition(() => readSiteOptions(process.cwd(), config.url.origin), progress.show)(previous, next);
      },
    });
  } finally {
    progress.end();
    await close();
  }
}
