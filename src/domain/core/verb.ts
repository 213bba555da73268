import type { z } from 'zod';
import { access, authorise, type Rule, type VerbName } from './access.ts';
import { recordAudit } from './audit.ts';
import { type Actor, actorName, type Context, type DoorContext, type Transaction } from './context.ts';
import { databaseNow, readClock } from './postgres/database-clock.ts';
import { type CandorError, Conflict, Forbidden, Invalid, isRefusal, TooMany, Unavailable } from './errors.ts';
import { countAttempt } from './limits.ts';
import { networkOf } from './network.ts';
import { isDatabaseAway, served } from './postgres/unavailable.ts';

/** Milliseconds that a small transaction may take; work whose length grows says its own limit. */
const TRANSACTION_MS = 5_000;
/** Milliseconds that a transaction may wait for a connection. */
const WAIT_MS = 3_000;

/** What a verb says of itself in the audit log. `subject` names a row by id; `detail` holds no secret and no address. */
interface AuditNote {
  subject: string;
  detail?: Record<string, string | number | boolean | null>;
}

interface VerbDefinition<Name extends VerbName, Schema extends z.ZodType, Prepared, View> {
  /** `<noun>/<verb>`, as in the path of its file: its row in `access.ts` says who may. */
  name: Name;
  /** Bounds every string. Nothing is normalised, hashed or matched before it has passed. */
  input: Schema;
  /** The slow part (a hash, a look-up), before the transaction. Attempts are counted here, in statements of their own. */
  prepare?: (ctx: Context, input: z.output<Schema>) => Promise<Prepared>;
  /** Writes. `ctx.now` is the database's time once the actor's account is locked. */
  run: (tx: Transaction, ctx: Context, input: z.output<Schema>, prepared: Prepared) => Promise<View>;
  /** Null for what leaves nothing to tell: a save that another follows. */
  audit: (view: View, input: z.output<Schema>) => AuditNote | null;
  /** Milliseconds, for work whose length grows. */
  timeoutMs?: number;
}

interface QueryDefinition<Name extends VerbName, Schema extends z.ZodType, View> {
  name: Name;
  input: Schema;
  run: (ctx: Context, input: z.output<Schema>) => Promise<View>;
}

/** A verb or query as its doors see it: called with exactly its input, it answers a view. */
export interface Callable<Input, View> {
  (ctx: DoorContext, input: Input): Promise<View>;
  /** Throws what a call would throw for want of permission: for a door that asks before it has read what was sent. */
  admit(door: DoorContext): Promise<void>;
  verbName: VerbName;
  writes: boolean;
}

/**
 * Makes a function that authorises, validates, prepares, then writes, records and enqueues in one transaction.
 * Throws a CandorError for what a person can mend, Unavailable when PostgreSQL is away; anything else is a fault.
 */
export function verb<Name extends VerbName, Schema extends z.ZodType, View, Prepared = undefined>(
  definition: VerbDefinition<Name, Schema, Prepared, View>,
): Callable<z.input<Schema>, View> {
  const { name, prepare, run, audit, timeoutMs = TRANSACTION_MS } = definition;
  const rule: Rule = access[name];
  const write = async (door: DoorContext, raw: unknown): Promise<View> => {
    const { ctx, input } = await enter(door, rule, definition.input, raw);
    const prepared = prepare ? await prepare(ctx, input) : (undefined as Prepared);
    return ctx.db.$transaction(
      async (tx) => {
        const held = { ...ctx, now: latest(ctx.now, await holdActor(tx, ctx.actor)) };
        const view = await run(tx, held, input, prepared);
        const note = audit(view, input);
        if (note) {
          const { subject, detail } = note;
          await recordAudit(tx, { at: held.now, actor: actorName(ctx.actor), verb: name, outcome: 'done', subject, detail: { ...detail, ...originOf(ctx) } });
        }
        return view;
      },
      { timeout: timeoutMs, maxWait: WAIT_MS },
    );
  };
  const recorded = async <T>(door: DoorContext, work: () => Promise<T>): Promise<T> => {
    try {
      return await served(work);
    } catch (error) {
      const repeated = error instanceof TooMany && !error.first;
      // Where the database is away there is nothing to write to, and the person would wait for it once more.
      const lost = error instanceof Unavailable && isDatabaseAway(error.cause);
      if (rule.refusal === 'audited' && isRefusal(error) && !repeated && !lost) await recordRefusal(door, name, error);
      throw error;
    }
  };
  const call = (door: DoorContext, raw: unknown): Promise<View> => recorded(door, () => write(door, raw));
  return Object.assign(call, { admit: (door: DoorContext) => recorded(door, async () => void (await admit(door, rule))), verbName: name, writes: true });
}

/** The reading half: the same checks, no transaction, no audit. */
export function query<Name extends VerbName, Schema extends z.ZodType, View>(definition: QueryDefinition<Name, Schema, View>): Callable<z.input<Schema>, View> {
  const call = (door: DoorContext, raw: unknown): Promise<View> =>
    served(async () => {
      const { ctx, input } = await enter(door, access[definition.name], definition.input, raw);
      return definition.run(ctx, input);
    });
  const admitted = (door: DoorContext) => served(async () => void (await admit(door, access[definition.name])));
  return Object.assign(call, { admit: admitted, verbName: definition.name, writes: false });
}

/** Permission first, then shape; who may not is not told what was wrong with the rest. */
async function enter<Schema extends z.ZodType>(
  door: DoorContext,
  rule: Rule,
  schema: Schema,
  raw: unknown,
): Promise<{ ctx: Context; input: z.output<Schema> }> {
  return { ctx: await admit(door, rule), input: parse(schema, raw) };
}

async function admit(door: DoorContext, rule: Rule): Promise<Context> {
  // A rule that no clock decides is asked before the database is.
  if (!rule.stepUp) authorise(door.actor, rule, new Date(0));
  const ctx = { ...door, now: door.now ?? (await readClock(door.db)) };
  authorise(ctx.actor, rule, ctx.now);
  return ctx;
}

/** Issues become one sentence key a field: the first message of ours, or else the kind of the issue, and never the library's words. */
function parse<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const result = schema.safeParse(raw, { error: ({ code }) => code });
  if (result.success) return result.data;
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) fields[issue.path.join('.') || 'form'] ??= issue.message;
  throw new Invalid(fields);
}

/** The actor still holds: account enabled, session live, roles unchanged. Locks the account, so one account's writes queue up, and answers the time of then. */
async function holdActor(tx: Transaction, actor: Actor): Promise<Date> {
  if (actor.kind !== 'account') return readClock(tx);
  const [account] = await tx.$queryRaw<{ roles: string[] }[]>`
    SELECT roles::text[] FROM "Account" WHERE id = ${actor.accountId} AND "disabledAt" IS NULL FOR NO KEY UPDATE`;
  // A statement of its own: the clock must be read when the lock is held.
  const [session] = await tx.$queryRaw<{ now: Date }[]>`
    SELECT ${databaseNow} AS now FROM "Session" WHERE id = ${actor.sessionId} AND "accountId" = ${actor.accountId} AND "endedAt" IS NULL AND "expiresAt" > now()`;
  if (!account || !session) throw new Forbidden('signed_out');
  if ([...account.roles].sort().join() !== [...actor.roles].sort().join()) throw new Conflict('roles_changed');
  return session.now;
}

/** Time never goes back within one request. */
function latest(a: Date, b: Date): Date {
  return a > b ? a : b;
}

/** Which request it was, from where, and why an operator made it. */
function originOf({ actor, requestId, client }: DoorContext): Record<string, string> {
  return {
    requestId,
    ...(client && { network: networkOf(client.source) }),
    ...(actor.kind === 'operator' && { reason: actor.reason }),
  };
}

async function recordRefusal(door: DoorContext, verb: VerbName, { kind: outcome, about }: CandorError): Promise<void> {
  const { actor, db } = door;
  const subject = about ?? (actor.kind === 'account' ? `account:${actor.accountId}` : '-');
  try {
    // Whoever is refused without end fills no log.
    const by = actor.kind === 'account' ? actor.sessionId : door.client && networkOf(door.client.source);
    if (by !== undefined) await countAttempt(db, 'refusal', by);
    await recordAudit(db, { at: await readClock(db), actor: actorName(actor), verb, outcome, subject, detail: originOf(door) });
  } catch {
    // The refusal itself must reach the person even when this entry can't or needn't be written.
  }
}
