import type { Config } from '#config';
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
  return { actor: { kind: 'system' }, db, now, config, requestId };
}
