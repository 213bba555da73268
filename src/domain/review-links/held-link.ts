import type { Transaction } from '#domain/core/context.ts';
import { secretId } from '#domain/core/secret.ts';
import { isNewest } from '#domain/publishing/approved/sql.ts';

/** Why a link shows nothing any more: its days are over, it was taken back, the text was written anew, or somebody decided about it. */
export type LinkOver = 'over' | 'revoked' | 'replaced' | 'decided';

export interface HeldLink {
  id: number;
  submission: number;
  forWhom: string;
  /** ISO 8601. */
  expiresAt: string;
  /** Null of a link that is good. */
  over: LinkOver | null;
}

interface Row {
  id: number;
  submission: number;
  forWhom: string;
  expiresAt: Date;
  isRevoked: boolean;
  isOver: boolean;
  state: string;
  isNewest: boolean;
}

/** The link that a code opens, as it stands at `now`; null for a code of no link. */
export async function heldLink(tx: Pick<Transaction, '$queryRaw'>, code: string, now: Date): Promise<HeldLink | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT l.id, s.id AS submission, l."forWhom", l."expiresAt", l."revokedAt" IS NOT NULL AS "isRevoked", l."expiresAt" <= ${now} AS "isOver",
      s.state::text AS state, ${isNewest} AS "isNewest"
    FROM "ReviewLink" l JOIN "Submission" s ON s.id = l."submissionId" WHERE l."secretHash" = ${secretId(code)}`;
  return row ? { id: row.id, submission: row.submission, forWhom: row.forWhom, expiresAt: row.expiresAt.toISOString(), over: overOf(row) } : null;
}

function overOf({ isRevoked, isOver, state, isNewest }: Row): LinkOver | null {
  if (isRevoked) return 'revoked';
  if (isOver) return 'over';
  if (state === 'replaced' || !isNewest) return 'replaced';
  return state === 'waiting' ? null : 'decided';
}
