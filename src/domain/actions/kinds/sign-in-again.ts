import { Prisma } from '#generated/prisma/client.ts';
import type { ActionKindDefinition } from '../action-kind.ts';

/** Sessions from before the order are refused at once, which is safe; it is done when the person has come back. */
export const signInAgain: ActionKindDefinition = {
  kind: 'sign_in_again',
  sessions: 'end',
  doneAt: ({ lastSignInAt }, { since }) => (lastSignInAt !== null && lastSignInAt >= since ? lastSignInAt : null),
  doneAtSql: Prisma.sql`CASE WHEN a."lastSignInAt" >= r.since THEN a."lastSignInAt" END`,
  step: () => ({ tone: 'act' }),
};
