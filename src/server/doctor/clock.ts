import { askDatabase } from './ask-database.ts';
import { type Check, fail, ok, warn } from './check.ts';

/** Seconds. Orders and sessions are judged by the database's clock alone; certificates, logs and mails by this machine's. */
const ODD = 2;
const WRONG = 60;

export const clock: Check = {
  name: 'clock',
  needs: ['DATABASE_URL'],
  look: ({ databaseUrl }) =>
    askDatabase(databaseUrl, async (client) => {
      const asked = Date.now();
      const { rows } = await client.query<{ now: Date }>('SELECT clock_timestamp() AS now');
      const skew = ((rows[0]?.now.getTime() ?? 0) - (asked + Date.now()) / 2) / 1000;
      const seconds = `${Math.abs(skew).toFixed(1)} s`;
      if (Math.abs(skew) < ODD) return ok(`This machine's clock and the database's differ by ${seconds}.`);
      const sentence = `This machine's clock is ${seconds} ${skew > 0 ? 'behind' : 'ahead of'} the database's. Have both set by NTP.`;
      return Math.abs(skew) < WRONG ? warn(sentence) : fail(sentence);
    }),
};
