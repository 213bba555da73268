import type { Command } from 'commander';
import { readConfig } from '#config';

export function migrateCommand(candor: Command): void {
  candor
    .command('migrate')
    .description('bring the database up to this build')
    .action(async () => {
      // Its engine is large, and no other command needs it.
      const { migrate } = await import('#server/migrate.ts');
      await migrate(readConfig().databaseDirectUrl);
      console.log('The database is up to date.');
      // The engine leaves the timer of its lock's timeout behind, and the process would wait ten seconds for it.
      process.exit();
    });
}
