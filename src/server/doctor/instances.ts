import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askDatabase } from './ask-database.ts';
import { type Check, count, fail, ok, type Verdict, warn } from './check.ts';

interface Instance {
  host: string;
  build: string;
  edition: number | null;
}

/** An edition counts as late on an instance ten seconds after it was published: it takes one. */
const NEWEST = `
  SELECT max(number)::int AS number, max(number) FILTER (WHERE "publishedAt" < clock_timestamp() - interval '10 seconds')::int AS due FROM "Edition"`;
const ALIVE = `
  SELECT host, build, edition FROM "Process" WHERE kind = 'serve' AND "seenAt" > clock_timestamp() - interval '60 seconds' ORDER BY host, id`;

export const instances: Check = {
  name: 'instances',
  needs: ['DATABASE_URL'],
  look: ({ databaseUrl }) =>
    askDatabase(databaseUrl, async (client) => {
      const newest = (await client.query<{ number: number | null; due: number | null }>(NEWEST)).rows[0];
      return judge((await client.query<Instance>(ALIVE)).rows, newest ?? { number: null, due: null }, await ownBuild());
    }),
};

function judge(alive: Instance[], { number, due }: { number: number | null; due: number | null }, build: string | null): Verdict {
  if (alive.length === 0) return fail('No instance has said in the last minute that it lives. Start candor serve.');
  if (number === null) return warn(`${count(alive.length, 'instance')} up, and nothing is published yet: candor content push --publish.`);
  const late = alive.filter(({ edition }) => edition === null || edition < (due ?? 0));
  if (late.length > 0) {
    const named = late.map(({ host, edition }) => `${host} ${edition === null ? 'none' : `edition ${edition}`}`).join(', ');
    return fail(`Edition ${due ?? number} is published, and not served by every instance: ${named}. Read their logs; see the line of the direct connection.`);
  }
  if (alive.some(({ edition }) => edition !== null && edition < number)) return warn(`Edition ${number} is on its way to ${count(alive.length, 'instance')}.`);
  const others = alive.filter((instance) => build !== null && instance.build !== build).map(({ host }) => host);
  if (others.length > 0)
    return warn(`Edition ${number} is served; another build than this one runs on ${others.join(', ')}. Start those anew when the roll-out ends.`);
  return ok(`${count(alive.length, 'instance')} up, with edition ${number}.`);
}

/** Of this checkout. */
async function ownBuild(): Promise<string | null> {
  return readFile(join('dist', 'build.json'), 'utf8').then(
    (text) => (JSON.parse(text) as { build: string }).build,
    () => null,
  );
}
