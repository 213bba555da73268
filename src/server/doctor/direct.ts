import { randomBytes } from 'node:crypto';
import { askDatabase } from './ask-database.ts';
import { type Check, fail, ok } from './check.ts';

/** Milliseconds that a notification may take: it takes one. */
const HEARD_MS = 2_000;

/** What is said by DATABASE_URL must be heard by DATABASE_DIRECT_URL: a pooler between loses LISTEN without a word, and another database has other ears. */
export const direct: Check = {
  name: 'direct',
  needs: ['DATABASE_URL', 'DATABASE_DIRECT_URL'],
  look: ({ databaseUrl, databaseDirectUrl }) =>
    askDatabase(
      databaseDirectUrl,
      async (listener) => {
        const channel = `candor_doctor_${randomBytes(6).toString('hex')}`;
        const heard = new Promise<boolean>((resolve) => listener.once('notification', () => resolve(true)));
        await listener.query(`LISTEN ${channel}`);
        const began = performance.now();
        await askDatabase(databaseUrl, (speaker) => speaker.query('SELECT pg_notify($1, $2)', [channel, '']));
        let timer: NodeJS.Timeout | undefined;
        const silence = new Promise<boolean>((resolve) => {
          timer = setTimeout(() => resolve(false), HEARD_MS);
        });
        const wasHeard = await Promise.race([heard, silence]).finally(() => clearTimeout(timer));
        return wasHeard
          ? ok(`A notification is heard after ${Math.round(performance.now() - began)} ms.`)
          : fail('DATABASE_DIRECT_URL: notifications are not heard, so editions come late. It must lead to the same database, without a pooler between.');
      },
      'DATABASE_DIRECT_URL',
    ),
};
