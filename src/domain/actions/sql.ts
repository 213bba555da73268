import { Prisma } from '#generated/prisma/client.ts';
import { ACTION_KINDS, type ActionKind } from '#model/actions.ts';
import { KINDS } from './kinds.ts';

/** When order `r` begins, or began: never before it was given, and `greatest` passes over a NULL. */
const begins = Prisma.sql`greatest(r."startsAt", r.since)`;

/** Whether order `r` is asked now. */
export const isAsked = Prisma.sql`(r.state = 'active' AND ${begins} <= now())`;

/**
 * Whether order `r` was ever asked: what it ended stays ended, also while it is paused and once it is withdrawn. An order that rests since
 * before it began was not, and `least` passes over a NULL.
 */
export const wasAsked = Prisma.sql`(${begins} <= least(r."pausedAt", r."withdrawnAt", now()))`;

const kindsThat = (sessions: 'end' | 'restrict'): Prisma.Sql => Prisma.join(ACTION_KINDS.filter((kind) => KINDS[kind].sessions === sessions).map(literal));
const literal = (kind: ActionKind) => Prisma.sql`${kind}::"ActionKind"`;

/** Whether order `r` ends sessions from before it. */
export const endsSessions = Prisma.sql`r.kind IN (${kindsThat('end')})`;

/** Whether order `r` restricts sessions while it is open. */
export const restrictsSessions = Prisma.sql`r.kind IN (${kindsThat('restrict')})`;

/** When account `a` did what order `r` asks for, or NULL. */
export const doneAt = Prisma.sql`CASE r.kind ${Prisma.join(
  ACTION_KINDS.map((kind) => Prisma.sql`WHEN ${literal(kind)} THEN ${KINDS[kind].doneAtSql}`),
  ' ',
)} END`;
