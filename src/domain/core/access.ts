import type { Actor } from './context.ts';
import { Forbidden } from './errors.ts';

interface Rule {
  who: readonly Actor['kind'][];
  /** Also allowed in a restricted session: one with an open `change_password`. */
  restricted: boolean;
  /** A refused attempt leaves an audit entry. */
  security: boolean;
}

/** Who may do what. What is not named here is nobody's. */
export const access = {
  'session:start': { who: ['visitor', 'customer'], restricted: true, security: true },
  'session:own': { who: ['customer'], restricted: true, security: false },
  'session:manage': { who: ['customer'], restricted: false, security: true },
  'account:enrol': { who: ['visitor', 'customer'], restricted: true, security: true },
  'account:status': { who: ['customer'], restricted: true, security: false },
  'account:password': { who: ['customer'], restricted: true, security: true },
  'account:activity': { who: ['customer'], restricted: false, security: false },
  'account:create': { who: ['operator'], restricted: false, security: true },
  'content:push': { who: ['operator'], restricted: false, security: false },
  'content:publish': { who: ['operator'], restricted: false, security: true },
  'cohort:define': { who: ['operator'], restricted: false, security: true },
  'action:activate': { who: ['operator'], restricted: false, security: true },
  'mail:send': { who: ['system'], restricted: false, security: false },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof access;

/** Throws Forbidden unless the actor may do this. The one place where permission is decided. */
export function authorise(actor: Actor, may: Permission): void {
  const rule: Rule = access[may];
  if (!rule.who.includes(actor.kind)) {
    throw new Forbidden(actor.kind === 'visitor' ? 'signed_out' : 'role');
  }
  if (actor.kind === 'customer' && actor.restricted && !rule.restricted) {
    throw new Forbidden('restricted');
  }
}
