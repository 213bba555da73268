import { Prisma } from '#generated/prisma/client.ts';
import { satisfies } from '#model/proofs.ts';
import type { ActionKindDefinition } from '../action-kind.ts';

/** Done by a change with a proof at least as strong as the one asked for. A later, weaker change opens nothing. */
export const changePassword: ActionKindDefinition = {
  kind: 'change_password',
  sessions: 'restrict',
  doneAt({ changes }, { since, proof }) {
    const closing = changes.filter((change) => change.at >= since && satisfies(change.proof, proof)).map(({ at }) => at.getTime());
    return closing.length === 0 ? null : new Date(Math.max(...closing));
  },
  // The proofs' enumeration is in ascending strength.
  doneAtSql: Prisma.sql`(SELECT max(p.at) FROM "PasswordChange" p WHERE p."accountId" = a.id AND p.proof >= r.proof AND p.at >= r.since)`,
  step: (_facts, { proof }) => ({ tone: 'act', proof }),
};
