import type { z } from 'zod';
import { access, authorise, type Permission } from './access.ts';
import { recordAudit } from './audit.ts';
import { type Actor, actorName, type Context, type Transaction } from './context.ts';
import { Conflict, Forbidden, Invalid, isRefusal } from './errors.ts';

/** What a verb says of itself in the audit log. `subject` names a row by id; `detail` holds no secret and no address. */
interface AuditNote {
  subject: string;
  detail?: Record<string, string | number | boolean | null>;
}

interface VerbDefinition<Schema extends z.ZodType, Prepared, View> {
  /** `<noun>/<verb>`, as in the path of its file. */
  name: string;
  may: Permission;
  input: Schema;
  /** How long its transaction may take, in milliseconds; 5,000 unless its work grows with what it is given. */
  timeLimitMs?: number;
  /** The slow part (a hash, a look-up), before the transaction. Attempts are counted here, in statements of their own. */
  prepare?: (ctx: Context, input: z.output<Schema>) => Promise<Prepared>;
  run: (tx: Transaction, ctx: Context, input: z.output<Schema>, prepared: Prepared) => Promise<View>;
  audit: (view: View, input: z.output<Schema>) => AuditNote;
}

interface QueryDefinition<Schema extends z.ZodType, View> {
  name: string;
  may: Permission;
  input: Schema;
  run: (ctx: Context, input: z.output<Schema>) => Promise<View>;
}

export interface Callable<View> {
  (ctx: Context, input: unknown): Promise<View>;
  verbName: string;
  may: Permission;
  writes: boolean;
}

/**
 * Makes a function that authorises, validates, prepares, then writes, records and enqueues in one transaction.
 * Throws a CandorError for what a person can mend; anything else is a fault.
 */
export function verb<Schema extends z.ZodType, View, Prepared = undefined>(definition: VerbDefinition<Schema, Prepared, View>): Callable<View> {
  const { name, may, prepare, run, audit, timeLimitMs = 5_000 } = definition;
  const call = async (ctx: Context, raw: unknown): Promise<View> => {
    try {
      authorise(ctx.actor, may);
      const input = parse(definition.input, raw);
      const prepared = prepare ? await prepare(ctx, input) : (undefined as Prepared);
      const work = async (tx: Transaction) => {
        await holdActor(tx, ctx.actor);
        const view = await run(tx, ctx, input, prepared);
        await recordAudit(tx, {
          at: ctx.now,
          actor: actorName(ctx.actor),
          verb: name,
          outcome: 'done',
          reason: operatorReason(ctx.actor),
          ...audit(view, input),
        });
        return view;
      };
      return await ctx.db.$transaction(work, { timeout: timeLimitMs });
    } catch (error) {
      if (access[may].security && isRefusal(error)) await recordRefusal(ctx, name, error.kind);
      throw error;
    }
  };
  return Object.assign(call, { verbName: name, may, writes: true });
}

/** The reading half: the same checks, no transaction, no audit. */
export function query<Schema extends z.ZodType, View>(definition: QueryDefinition<Schema, View>): Callable<View> {
  const call = async (ctx: Context, raw: unknown): Promise<View> => {
    authorise(ctx.actor, definition.may);
    return definition.run(ctx, parse(definition.input, raw));
  };
  return Object.assign(call, { verbName: definition.name, may: definition.may, writes: false });
}

/** Issues become one sentence key a field: the first custom message, or `<code>`. */
function parse<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) fields[issue.path.join('.') || 'form'] ??= issue.message;
  throw new Invalid(fields);
}

/** The actor still holds: account enabled, session live, roles unchanged. Locks the account, so one account's writes queue up. */
async function holdActor(tx: Transaction, actor: Actor): Promise<void> {
  if (actor.kind !== 'customer') return;
  const [account] = await tx.$queryRaw<{ roles: string[] }[]>`
    SELECT roles::text[] FROM "Account" WHERE id = ${actor.accountId} AND "disabledAt" IS NULL FOR NO KEY UPDATE`;
  const live = await tx.session.count({ where: { id: actor.sessionId, accountId: actor.accountId, endedAt: null } });
  if (!account || live === 0) throw new Forbidden('signed_out');
  if ([...account.roles].sort().join() !== [...actor.roles].sort().join()) throw new Conflict('roles_changed');
}

async function recordRefusal(ctx: Context, name: string, kind: string): Promise<void> {
  const subject = ctx.actor.kind === 'customer' ? `account:${ctx.actor.accountId}` : '-';
  // The refusal itself must reach the person even when this entry can't be written.
  await recordAudit(ctx.db, { at: ctx.now, actor: actorName(ctx.actor), verb: name, outcome: kind, subject }).catch(() => undefined);
}

function operatorReason(actor: Actor): string | undefined {
  return actor.kind === 'operator' ? actor.reason : undefined;
}
