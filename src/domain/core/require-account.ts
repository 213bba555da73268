import type { AccountActor, Context } from './context.ts';
import { Forbidden } from './errors.ts';

/** The signed-in person; `access.ts` has let nobody else through. */
export function requireAccount({ actor }: Pick<Context, 'actor'>): AccountActor {
  if (actor.kind !== 'account') throw new Forbidden('signed_out');
  return actor;
}
