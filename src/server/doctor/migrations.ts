import { migrationNames } from '#server/migrate.ts';
import { askDatabase } from './ask-database.ts';
import { type Check, count, fail, ok, warn } from './check.ts';

export const migrations: Check = {
  name: 'migrations',
  needs: ['DATABASE_URL'],
  look: ({ databaseUrl }) =>
    askDatabase(databaseUrl, async (client) => {
      const known = await migrationNames();
      const { rows: found } = await client.query<{ there: boolean; jobs: boolean }>(
        "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there, to_regclass('graphile_worker.migrations') IS NOT NULL AS jobs",
      );
      if (!found[0]?.there) return fail('The database is empty. Run candor migrate.');
      const { rows } = await client.query<{ name: string; finished: boolean }>(
        'SELECT migration_name AS name, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name',
      );
      const broken = rows.filter(({ finished }) => !finished).map(({ name }) => name);
      if (broken.length > 0) return fail(`${broken.join(', ')} began and did not end. Look at the database's log before anything else is tried.`);
      const applied = new Set(rows.map(({ name }) => name));
      const pending = known.filter((name) => !applied.has(name));
      if (pending.length > 0 || !found[0].jobs) return fail(`${count(pending.length, 'migration')} still to apply. Run candor migrate.`);
      const unknown = [...applied].filter((name) => !known.includes(name));
      if (unknown.length > 0) return warn(`The database has ${count(unknown.length, 'migration')} that this build does not know: a newer one was here.`);
      return ok(`All ${known.length} are applied.`);
    }),
};
