import 'server-only';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { startRenderer } from '#compiler/render/renderer.ts';
import { type Config, readConfig } from '#config';
import { loadScript, type OwnScript } from '#documents/shell/site-options.ts';
import { loadStylesheet, type Stylesheet } from '#documents/shell/stylesheet.ts';
import type { PrismaClient } from '#generated/prisma/client.ts';
import type { DoorContext } from '#domain/core/context.ts';
import { openDatabase, REQUEST_ANSWER_MS } from '#domain/core/postgres/database.ts';
import { lentRenderer } from '#server/app/lent-renderer.ts';
import { builtProof } from '#server/built-proof.ts';
import { openLog } from '#server/open-log.ts';

interface Runtime {
  config: Config;
  db: PrismaClient;
  stylesheet: Promise<Stylesheet>;
  passkeyScript: Promise<OwnScript>;
  log: Logger;
  renderEdition: DoorContext['renderEdition'];
  renderer: NonNullable<DoorContext['renderer']>;
}

const KEY = Symbol.for('candor.runtime');

/** What lives as long as the process. Next may load this module more than once: they share one. */
export function runtime(): Runtime {
  const shared = globalThis as { [KEY]?: Runtime };
  shared[KEY] ??= start();
  return shared[KEY];
}

function start(): Runtime {
  const config = readConfig();
  return {
    config,
    db: openDatabase(config.databaseUrl, { answerMs: REQUEST_ANSWER_MS }).db,
    stylesheet: loadStylesheet(process.cwd()),
    passkeyScript: loadScript(process.cwd(), 'passkey'),
    log: openLog(config.logLevel),
    renderEdition: builtProof(config.url.origin),
    renderer: lentRenderer(() => startRenderer({ childPath: join(process.cwd(), 'dist', 'compile-child.mjs') })),
  };
}
