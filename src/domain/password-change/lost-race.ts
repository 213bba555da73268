import type { DoorContext } from '#domain/core/context.ts';
import { Conflict, Forbidden } from '#domain/core/errors.ts';
import type { Callable } from '#domain/core/verb.ts';
import { lastChange } from './last-change.ts';

/**
 * Of two password changes at once, the first ends the session under the second or renames it. The second person is told
 * that a change was finished, and not merely that they are signed out.
 */
export function toldOfRace<Input, View>(callable: Callable<Input, View>): Callable<Input, View> {
  const call = async (door: DoorContext, input: Input) => {
    try {
      return await callable(door, input);
    } catch (error) {
      if (error instanceof Forbidden && error.reason === 'signed_out' && (await endedByChange(door))) throw new Conflict('changed_elsewhere');
      throw error;
    }
  };
  return Object.assign(call, { admit: callable.admit, verbName: callable.verbName, writes: callable.writes });
}

async function endedByChange({ actor, db }: DoorContext): Promise<boolean> {
  if (actor.kind !== 'account') return false;
  const { accountId, sessionId } = actor;
  const [change, session] = await Promise.all([lastChange(db, accountId), db.session.findUnique({ where: { id: sessionId } })]);
  return change !== null && (session === null || session.endedAt?.getTime() === change.at.getTime());
}
