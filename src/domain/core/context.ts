import type { Config } from '#config';
import type { Edition } from '#model/edition.ts';
import type { PrismaClient, Role } from '#generated/prisma/client.ts';

/** Who acts. Roles are those at the start of the request; a verb's transaction checks that they still hold. */
export type Actor =
  | { kind: 'visitor' }
  | { kind: 'customer'; accountId: bigint; sessionId: string; roles: Role[]; restricted: boolean }
  | { kind: 'operator'; as: string; reason: string }
  | { kind: 'system' };

/** Everything a verb or query knows about the world. Made in `app/_http`, `bin` and `tests/support` only. */
export interface Context {
  actor: Actor;
  db: PrismaClient;
  /** An instant, not a clock: one request happens at one time. */
  now: Date;
  config: Config;
  requestId: string;
  /**
   * Makes every public document of `next` that `previous` does not have already, and keeps none of them: publishing's proof that an
   * edition can be made. Throws an Error that names the document that can't. Rendering stands above the domain, so the doors bring it.
   */
  renderEdition(previous: Edition | null, next: Edition): void | Promise<void>;
}

/** The client inside a verb's transaction. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/** How an actor is written in the audit log: ids only, never an address. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case 'customer':
      return `account:${actor.accountId}`;
    case 'operator':
      return `operator:${actor.as}`;
    default:
      return actor.kind;
  }
}
