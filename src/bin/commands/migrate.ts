import type { Command } from 'commander';
import { readConfig } from '#config';
import { served } from '#domain/core/postgres/unavailable.ts';

const EXAMPLE = `
Example:
  candor migrate    before the first start, and before each new build starts; safe to repeat`;

export function migrateCommand(candor: Command): void {
  candor
    .command('migrate')
    .description('bring the database up to this build')
    .option('--json', 'answer in JSON')
    .addHelpText('after', EXAMPLE)
    .action(async ({ json }: { json?: true }) => {
      // Its engine is large, and no other command needs it.
      const { migrate } = await import('#server/migrate.ts');
      const { databaseDirectUrl } = readConfig();
      const applied = await served(() => migrate(databaseDirectUrl));
      if (json) console.log(JSON.stringify({ applied }));
      else for (const line of [...applied.map((name) => `applied  ${name}`), 'The database is up to date.']) console.log(line);
      // The engine leaves the timer of its lock's timeout behind, and the process would wait ten seconds for it.
      process.exit();
    });
}
