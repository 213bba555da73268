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

/** What proves editions knows the documents of the last one: a process has one. */
const provers = new WeakMap<PrismaClient, DoorContext['renderEdition']>();

/** A job acts as the system, under its own name. */
export function systemContext({ db, config }: TaskDeps, job: JobName): DoorContext {
  const renderEdition = provers.get(db) ?? proveEdition(() => readSiteOptions(process.cwd(), config.url.origin));
  provers.set(db, renderEdition);
  return { actor: { kind: 'system', job }, db, config, requestId: randomUUID(), renderEdition };
}
