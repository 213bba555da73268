import { askDatabase } from './ask-database.ts';
import { type Check, fail, ok } from './check.ts';

/** As the README asks for. */
const OLDEST = 16;

export const database: Check = {
  name: 'database',
  needs: ['DATABASE_URL'],
  look: ({ databaseUrl }) =>
    askDatabase(databaseUrl, async (client) => {
      const began = performance.now();
      const { rows } = await client.query<{ version: number; readonly: boolean }>(
        "SELECT current_setting('server_version_num')::int / 10000 AS version, pg_is_in_recovery() AS readonly",
      );
      const [{ version, readonly } = { version: 0, readonly: true }] = rows;
      if (version < OLDEST) return fail(`PostgreSQL ${version} is too old: ${OLDEST} or newer is needed.`);
      if (readonly) return fail('DATABASE_URL: this is a standby, which takes no writes. Name the primary.');
      return ok(`PostgreSQL ${version} answers in ${Math.round(performance.now() - began)} ms.`);
    }),
};
