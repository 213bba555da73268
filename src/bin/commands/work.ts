import type { Command } from 'commander';
import { readConfig } from '#config';
import { askDatabase } from '#server/doctor/ask-database.ts';
import { sayCautions } from './say-cautions.ts';
import { untilSignal } from './until-signal.ts';

export function workCommand(candor: Command): void {
  candor
    .command('work')
    .description('run background jobs: mail, and the daily clean-up')
    .action(async () => {
      const { work } = await import('#jobs/worker.ts');
      const config = readConfig();
      sayCautions(config);
      const signalled = untilSignal();
      const begin = async () => {
        const { databaseDirectUrl: url, databaseUrl } = config;
        // One that takes connections and says nothing would be waited for without end; in one that is not migrated, nobody would hear that this process lives.
        await askDatabase(url, (client) => client.query('SELECT FROM "Process" LIMIT 0'), url === databaseUrl ? 'DATABASE_URL' : 'DATABASE_DIRECT_URL');
        return work(config);
      };
      const worker = await Promise.race([begin(), signalled]);
      // Told to end before it had begun.
      if (!worker) process.exit();
      const sentence = await Promise.race([signalled, worker.failed]);
      if (sentence === undefined) await worker.stop();
      else console.error(sentence);
      // At once: what may still be under way is no longer this process's.
      process.exit(sentence === undefined ? undefined : 1);
    });
}
