import { z } from 'zod';
import { ADDITION_KINDS } from '#model/proofs.ts';

/** What shows who somebody is beside a password. */
const FACTORS = ['passkey', 'totp', 'recovery_codes'] as const;

/** The database's time, ISO 8601. */
const at = z.string();
/** As in Session: a name of the device, and the /24 or /48. */
const where = { device: z.string(), network: z.string() };

/** What its person kept of what was added lately. */
const kept = z.object({ kind: z.enum(ADDITION_KINDS), addedAt: at });

/** What an account's holder is told by mail, also when somebody else did it. Ids, never an address or a secret. */
export const noticeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('password_changed'), at, sessionsEnded: z.number(), kept: z.array(kept) }),
  z.object({ kind: z.literal('new_device'), at, ...where }),
  z.object({ kind: z.literal('factor_added'), at, ...where, factor: z.enum(FACTORS) }),
  z.object({ kind: z.literal('factor_removed'), at, ...where, factor: z.enum(FACTORS) }),
  z.object({ kind: z.literal('approval_key_made'), at, ...where }),
  /** To the new address … */
  z.object({ kind: z.literal('address_changed'), at, ...where }),
  /** … and to the one before it, which the change names. */
  z.object({ kind: z.literal('address_left'), at, ...where, changeId: z.string() }),
  /** The address of before is back, and told so … */
  z.object({ kind: z.literal('address_restored'), at, ...where }),
  /** … and so is the one that the change had brought. */
  z.object({ kind: z.literal('address_lost'), at, ...where, changeId: z.string() }),
  /** Somebody wanted to have this account's address for another account. */
  z.object({ kind: z.literal('address_tried'), at }),
  z.object({ kind: z.literal('account_disabled'), at }),
  /** To a responder: the person of account `about` says that this was not them. */
  z.object({ kind: z.literal('session_reported'), at, ...where, about: z.string() }),
]);

export type Notice = z.output<typeof noticeSchema>;
