import type { Config } from '#config';
import { proveEdition } from '#documents/prove-edition.ts';
import { readSiteOptions } from '#documents/shell/site-options.ts';
import type { Context } from '#domain/core/context.ts';
import type { PrismaClient } from '#generated/prisma/client.ts';
import type { Mailer } from './mailer.ts';

/** What a job is given; `now` is the instant at which it starts. */
export interface TaskDeps {
  db: PrismaClient;
  config: Config;
  mailer: Mailer;
  now: Date;
}

/** A job acts as the system. */
export function systemContext({ db, config, now }: TaskDeps, requestId: string): Context {
  const renderEdition = proveEdition(() => readSiteOptions(process.cwd(), config.url.origin));
  return { actor: { kind: 'system' }, db, now, config, requestId, renderEdition };
}
