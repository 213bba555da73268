import type { Context } from '#domain/core/context.ts';
import { Conflict, Forbidden } from '#domain/core/errors.ts';
import type { Callable } from '#domain/core/verb.ts';

/**
 * Of two password changes at once, the first ends the session under the second or renames it. The second person is told
 * that a change was finished, and not merely that they are signed out.
 */
export function toldOfRace<View>(callable: Callable<View>): Callable<View> {
  const call = async (ctx: Context, input: unknown) => {
    try {
      return await callable(ctx, input);
    } catch (error) {
      if (error instanceof Forbidden && error.reason === 'signed_out' && (await endedByChange(ctx))) throw new Conflict('changed_elsewhere');
      throw error;
    }
  };
  return Object.assign(call, { verbName: callable.verbName, may: callable.may, writes: callable.writes });
}

async function endedByChange({ actor, db }: Context): Promise<boolean> {
  if (actor.kind !== 'customer') return false;
  const [account, session] = await Promise.all([
    db.account.findUnique({ where: { id: actor.accountId, disabledAt: null } }),
    db.session.findUnique({ where: { id: actor.sessionId } }),
  ]);
  const changedAt = account?.passwordChangedAt?.getTime();
  return changedAt !== undefined && (session === null || session.endedAt?.getTime() === changedAt);
}
