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
      const { rows } = await client.query<{ version: number; standby: boolean; readonly: boolean }>(
        "SELECT current_setting('server_version_num')::int / 10000 AS version, pg_is_in_recovery() AS standby, current_setting('transaction_read_only') = 'on' AS readonly",
      );
      const [{ version, standby, readonly } = { version: 0, standby: true, readonly: true }] = rows;
      if (version < OLDEST) return fail(`PostgreSQL ${version} is too old: ${OLDEST} or newer is needed.`);
      if (standby) return fail('DATABASE_URL: this is a standby, which takes no writes. Name the primary.');
      // Some who host databases set it when the disk is full.
      if (readonly) return fail('DATABASE_URL: the database takes no writes (default_transaction_read_only). Ask who runs it why: its disk may be full.');
      return ok(`PostgreSQL ${version} answers in ${Math.round(performance.now() - began)} ms.`);
    }),
};
