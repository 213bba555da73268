import type { Actor, Context } from './context.ts';
import { Forbidden } from './errors.ts';

/** The signed-in person; `access.ts` has let nobody else through. */
export function own(ctx: Context): Extract<Actor, { kind: 'customer' }> {
  if (ctx.actor.kind !== 'customer') throw new Forbidden('signed_out');
  return ctx.actor;
}
