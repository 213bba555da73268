import { randomUUID } from 'node:crypto';
import type { Config } from '#config';
import { proveEdition } from '#documents/prove-edition.ts';
import { readSiteOptions } from '#documents/shell/site-options.ts';
import type { DoorContext } from '#domain/core/context.ts';
import type { JobName } from '#domain/core/jobs.ts';
import type { PrismaClient } from '#generated/prisma/client.ts';
import type { Mailer } from './mailer.ts';

/** What a job is given. */
export interface TaskDeps {
  db: PrismaClient;
  config: Config;
  mailer: Mailer;
}

/** A job acts as the system, under its own name. */
export function systemContext({ db, config }: TaskDeps, job: JobName): DoorContext {
  const renderEdition = proveEdition(() => readSiteOptions(process.cwd(), config.url.origin));
  return { actor: { kind: 'system', job }, db, config, requestId: randomUUID(), renderEdition };
}
