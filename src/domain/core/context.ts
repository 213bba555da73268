import type { Config } from '#config';
import type { PrismaClient } from '#generated/prisma/client.ts';
import type { Renderer } from '#compiler/render/renderer.ts';
import type { Edition } from '#model/edition.ts';
import type { Role } from '#model/roles.ts';

/** By what somebody has authenticated, in ascending strength. */
export type AuthenticationLevel = 'password' | 'factor';

/**
 * How much of the site a session leads to: nothing but the question for the second factor, nothing but setting one up (staff without one),
 * nothing but what stands open and the way to close it, or all of it.
 */
export type SessionState = 'half' | 'enrolling' | 'restricted' | 'full';

/** Where a request comes from. */
export interface Client {
  /** A name of the device that is known to us; never the sender's own text. */
  device: string;
  /** The front's word for the address that failures are counted for: an IPv4 address, the /64 of IPv6, or `unknown`. */
  source: string;
}

/** Of a request that came without one. */
export const UNKNOWN_CLIENT: Client = { device: 'Unknown device', source: 'unknown' };

/** A customer or, by role, staff. Roles are those at the start of the request; a verb's transaction checks that they still hold. */
export interface AccountActor {
  kind: 'account';
  accountId: bigint;
  sessionId: string;
  roles: readonly Role[];
  session: SessionState;
  /** Whether the account has a passkey or an authenticator app. */
  hasFactor: boolean;
  /** When and by what the person last proved who they are; the database's time. */
  authenticated: { at: Date; level: AuthenticationLevel };
}

/** Who acts. */
export type Actor =
  | { kind: 'visitor' }
  | AccountActor
  /** The command line; both words go into the audit log. */
  | { kind: 'operator'; as: string; reason: string }
  /** Another program, by a token. */
  | { kind: 'service'; tokenId: string; scopes: readonly string[] }
  /** A background job. */
  | { kind: 'system'; job: string };

/** What a door knows. It has no clock: `now` is the database's time, where the door has read it already. */
export interface DoorContext {
  actor: Actor;
  db: PrismaClient;
  now?: Date;
  config: Config;
  requestId: string;
  /** Of a request over HTTP. */
  client?: Client;
  /** Hears how far a long piece of work has come, as often as it likes to say it; the command line shows it. */
  progress?(what: string, done: number, total?: number): void;
  /**
   * Makes every public document of `next` that `previous` does not have already, and keeps none of them: publishing's proof that an
   * edition can be made. Throws an Error that names the document that can't. Rendering stands above the domain, so the doors bring it.
   */
  renderEdition(previous: Edition | null, next: Edition): void | Promise<void>;
  /** What checks and renders posts in processes of their own; started when it is first asked for. Of doors that lead to writing. */
  renderer?: () => Renderer;
}

/** Everything a verb or query knows about the world. `now` is the database's time: what two processes judge, they judge by one clock. */
export interface Context extends DoorContext {
  now: Date;
}

/** The client inside a verb's transaction. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/** How an actor is written in the audit log: ids only, never an address. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case 'visitor':
      return 'visitor';
    case 'account':
      return `account:${actor.accountId}`;
    case 'operator':
      return `operator:${actor.as}`;
    case 'service':
      return `service:${actor.tokenId}`;
    case 'system':
      return `system:${actor.job}`;
  }
}
