import pg from 'pg';
import type { Logger } from 'pino';
import { refusalDocuments } from '#documents/refusals.ts';
import { publicDocuments, type SiteOptions } from '#documents/site.tsx';
import { EDITION_CHANNEL } from '#domain/publishing/make-edition.ts';
import { loadEdition } from '#domain/publishing/load-edition.ts';
import { type Bundle, makeBundle } from '#edition/bundle.ts';
import { changeBetween, type EditionChange, withoutBytes } from '#edition/edition-change.ts';
import type { PrismaClient } from '#generated/prisma/client.ts';
import type { Edition } from '#model/edition.ts';
import type { Sighting } from '#server/messages.ts';

/** The safety net under LISTEN/NOTIFY: how often the database is asked anyway. */
const POLL_MS = 5_000;
/** How long the database may take to let a connection listen. */
const LISTEN_MS = 3_000;
/** How long a lost connection rests before it is tried again. */
const RECONNECT_MS = 1_000;

export interface EditionMaker {
  /** What the database was when it was last asked; null before the first answer. */
  database(): Sighting | null;
  /** Resolves when the database has been asked once, whatever it answered. */
  asked: Promise<void>;
  close(): Promise<void>;
}

/**
 * Makes the newest edition's documents, those that changed, as soon as the database answers and again within a second of each
 * publication, and hands them to `publish`. `held` is the edition, without bytes, that the front has; a lower number is refused; one that
 * can't be loaded or made is logged with its number, and the one held stays. `onDatabase` runs once, before the first edition; what it throws keeps every edition back.
 */
export function startEditionMaker(deps: {
  databaseDirectUrl: string;
  db: PrismaClient;
  log: Logger;
  options: SiteOptions;
  held: Bundle | null;
  publish: (change: EditionChange) => Promise<void>;
  onDatabase: () => Promise<void>;
}): EditionMaker {
  const { db, log, options } = deps;
  let held = deps.held;
  let edition: Edition | null = null;
  let sighting: Sighting | null = null;
  let checked = false;
  let closed = false;
  let listener: pg.Client | null = null;
  let again = false;
  let running: Promise<void> | null = null;
  const saw = (state: 'up' | 'down') => {
    sighting = { state, at: Date.now() };
  };

  /** One refresh at a time; a call meanwhile makes one more follow. */
  function refresh(): Promise<void> {
    if (running) {
      again = true;
      return running;
    }
    running = (async () => {
      do {
        again = false;
        await load().catch(async (cause: unknown) => {
          // An edition that this build can't load or make says nothing about the database: that is asked itself.
          await db.$queryRaw`SELECT 1`.then(
            () => saw('up'),
            () => saw('down'),
          );
          log.error({ err: cause, held: held?.number ?? null, database: sighting?.state }, 'the newest edition can’t be read; the one held stays');
        });
      } while (again && !closed);
      running = null;
    })();
    return running;
  }

  async function load(): Promise<void> {
    if (!checked) await deps.onDatabase();
    checked = true;
    const next = await loadEdition(db, edition);
    saw('up');
    if (!next || next === edition) return;
    if (held && next.number < held.number) {
      log.error({ held: held.number, offered: next.number }, 'refused an older edition');
      return;
    }
    const head = { number: next.number, publishedAt: next.publishedAt, build: options.build, site: next.site };
    const made = await makeBundle(head, recipes(next, options), held, Math.floor(Date.now() / 1000)).catch((cause: Error) => {
      throw new Error(`Edition ${next.number} can’t be made: ${cause.message}`, { cause });
    });
    await deps.publish(changeBetween(held, made));
    edition = next;
    held = withoutBytes(made, made.documents.values());
    log.info({ edition: made.number, documents: made.documents.size }, 'edition made');
  }

  async function listen(): Promise<void> {
    if (closed) return;
    const client = new pg.Client({ connectionString: deps.databaseDirectUrl, connectionTimeoutMillis: LISTEN_MS, query_timeout: LISTEN_MS, keepAlive: true });
    listener = client;
    let lost = false;
    const retry = () => {
      if (lost) return;
      lost = true;
      saw('down');
      client.end().catch(() => undefined);
      if (!closed) setTimeout(listen, RECONNECT_MS).unref();
    };
    client.on('error', retry);
    client.on('end', retry);
    client.on('notification', () => void refresh());
    try {
      await client.connect();
      await client.query(`LISTEN ${EDITION_CHANNEL}`);
      await refresh();
    } catch {
      retry();
    }
  }

  const asked = listen();
  const poll = setInterval(() => void refresh(), POLL_MS);
  poll.unref();
  return {
    database: () => sighting,
    asked,
    async close() {
      closed = true;
      clearInterval(poll);
      await listener?.end().catch(() => undefined);
      await running;
    },
  };
}

function* recipes(edition: Edition, options: SiteOptions) {
  yield* publicDocuments(edition, options);
  yield* refusalDocuments(edition.site, options.stylesheet);
}
