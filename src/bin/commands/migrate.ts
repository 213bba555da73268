import type { Command } from 'commander';
import { readConfig } from '#config';
import { served } from '#domain/core/unavailable.ts';
import { migrate } from '#server/migrate.ts';

export function migrateCommand(candor: Command): void {
  candor
    .command('migrate')
    .description('bring the database up to this build')
    .action(async () => {
      const { databaseDirectUrl } = readConfig();
      await served(() => migrate(databaseDirectUrl));
      console.log('The database is up to date.');
      // The engine leaves the timer of its lock's timeout behind, and the process would wait ten seconds for it.
      process.exit();
    });
}
