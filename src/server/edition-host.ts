import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Logger } from 'pino';
import type { Config } from '#config';
import type { PrismaClient } from '#generated/prisma/client.ts';
import { publicDocuments, type SiteOptions } from '#documents/site.tsx';
import { type Bundle, makeBundle, type ServedDocument } from '#edition/bundle.ts';
import type { Edition } from '#model/edition.ts';
import { isPicture, type Manifest } from '#edition/edition-files.ts';
import { loadEdition } from '#domain/publishing/load-edition.ts';
import { EDITION_CHANNEL } from '#domain/publishing/publish.ts';
import { storeEdition } from '#edition/store-edition.ts';

/** The safety net under LISTEN/NOTIFY: how often the database is asked anyway. */
const POLL_MS = 5_000;
/** How long a lost connection rests before it is tried again. */
const RECONNECT_MS = 1_000;

export interface EditionHost {
  bundle(): Bundle | null;
  database(): 'up' | 'down';
  close(): Promise<void>;
}

/**
 * Holds the newest edition in memory: from disk at once, from the database as soon as it answers, and again within a
 * second of each publication. A lower number than the one held is refused; one that can't be loaded or made is logged with its number, and the
 * one held stays. `onDatabase` runs once, before its first edition.
 */
export async function startEditionHost(deps: {
  config: Config;
  db: PrismaClient;
  log: Logger;
  options: SiteOptions;
  onDatabase: () => Promise<void>;
}): Promise<EditionHost> {
  const { config, db, log, options } = deps;
  let bundle = await readBundle(config.dataDir);
  let edition: Edition | null = null;
  let state: 'up' | 'down' = 'down';
  let checked = false;
  let closed = false;
  let listener: pg.Client | null = null;
  let storing = Promise.resolve();
  let stored = bundle;
  let again = false;
  let running: Promise<void> | null = null;

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
          state = await db.$queryRaw`SELECT 1`.then(
            () => 'up',
            () => 'down',
          );
          log.error({ err: cause, held: bundle?.number ?? null, database: state }, 'the newest edition can’t be read; the one held stays');
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
    state = 'up';
    if (!next || next === edition) return;
    if (bundle && next.number < bundle.number) {
      log.error({ held: bundle.number, offered: next.number }, 'refused an older edition');
      return;
    }
    const made = await makeBundle(
      { number: next.number, publishedAt: next.publishedAt, build: options.build, site: next.site },
      publicDocuments(next, options),
      bundle,
      Math.floor(Date.now() / 1000),
    ).catch((cause: Error) => {
      throw new Error(`Edition ${next.number} can’t be made: ${cause.message}`, { cause });
    });
    edition = next;
    bundle = made;
    log.info({ edition: made.number, documents: made.documents.size }, 'edition live');
    storing = storing
      .then(async () => {
        if (made !== bundle) return;
        await storeEdition(config.dataDir, made, stored);
        stored = made;
      })
      .catch((err) => log.error({ err }, 'the edition could not be kept on disk'));
    if (edition.number === 1 || !stored) await storing;
  }

  async function listen(): Promise<void> {
    if (closed) return;
    const client = new pg.Client({ connectionString: config.databaseUrl, connectionTimeoutMillis: 3_000, keepAlive: true });
    listener = client;
    let lost = false;
    const retry = () => {
      if (lost) return;
      lost = true;
      state = 'down';
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

  await listen();
  const poll = setInterval(() => void refresh(), POLL_MS);
  poll.unref();
  return {
    bundle: () => bundle,
    database: () => state,
    async close() {
      closed = true;
      clearInterval(poll);
      await listener?.end().catch(() => undefined);
      await running;
      await storing;
    },
  };
}

/** The edition that was kept on disk, complete or not at all. */
async function readBundle(dataDir: string): Promise<Bundle | null> {
  const folder = join(dataDir, 'editions', 'current');
  try {
    const path = await realpath(folder);
    const manifest: Manifest = JSON.parse(await readFile(`${path}.json`, 'utf8'));
    const documents = new Map<string, ServedDocument>();
    for (const document of manifest.documents) {
      const file = document.file === null ? null : join(path, document.file);
      const read = (suffix: string) => (file === null ? Buffer.alloc(0) : readFile(file + suffix));
      const packed = (suffix: string) => (isPicture(document.contentType) ? null : read(suffix));
      documents.set(document.path, { ...document, identity: await read(''), gzip: await packed('.gz'), br: await packed('.br') });
    }
    return { number: manifest.number, publishedAt: manifest.publishedAt, build: manifest.build, site: manifest.site, documents };
  } catch {
    return null;
  }
}
