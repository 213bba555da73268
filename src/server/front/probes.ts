import type { Sighting, Sightings } from '#server/messages.ts';
import type { AppState } from './app-process.ts';

/** What was seen longer ago is not known any more. */
const MAX_AGE_MS = 15_000;

interface ProbeSources {
  edition: () => number | null;
  disk: () => 'up' | 'down';
  build: string;
  app: () => AppState;
  sightings: () => Sightings | null;
  /** Whether mails are sent at all. */
  mail: boolean;
}

/** What a probe is answered, from what is known already: it opens no connection and waits for nobody. */
export function probesOf({ edition, disk, build, app, sightings, mail }: ProbeSources): ReadonlyMap<string, () => { status: number; body: unknown }> {
  return new Map<string, () => { status: number; body: unknown }>([
    ['/healthz', () => ({ status: 200, body: { alive: true } })],
    [
      '/readyz',
      () => ({
        status: edition() === null ? 503 : 200,
        body: {
          edition: edition(),
          disk: disk(),
          build,
          app: app(),
          database: stateNow(sightings()?.database),
          mail: mail ? stateNow(sightings()?.mail) : 'off',
        },
      }),
    ],
  ]);
}

function stateNow(sighting: Sighting | null | undefined): 'up' | 'down' | 'unknown' {
  return sighting && Date.now() - sighting.at <= MAX_AGE_MS ? sighting.state : 'unknown';
}
