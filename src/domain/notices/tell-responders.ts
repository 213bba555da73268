import type { Transaction } from '#domain/core/context.ts';
import type { Notice } from '#model/account/notices.ts';
import { notify } from './notify.ts';

/** Of a team that is larger, those who came first are told. */
const MAX_TOLD = 20;

/** Has every responder told by mail, once the caller's transaction commits. Resolves with their number. */
export async function tellResponders(tx: Transaction, notice: Notice): Promise<number> {
  // The index of the team's accounts has this condition: no customer's row is looked at.
  const responders = await tx.$queryRaw<{ id: bigint }[]>`
    SELECT id FROM "Account" WHERE roles <> '{}' AND 'responder' = ANY(roles) AND "disabledAt" IS NULL ORDER BY id LIMIT ${MAX_TOLD}`;
  for (const { id } of responders) await notify(tx, id, notice);
  return responders.length;
}
