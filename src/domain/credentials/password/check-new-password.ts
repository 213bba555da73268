import type { Context } from '#domain/core/context.ts';
import { type FieldErrors, Invalid } from '#domain/core/errors.ts';
import { isBreached } from '#domain/credentials/breaches/is-breached.ts';
import { countAttempt } from '#domain/core/limits.ts';
import { ownWords } from './own-words.ts';
import { hashPassword } from './password-hash.ts';
import { judgePassword } from './password-policy.ts';
import type { Strength } from './password-strength.ts';
import type { NewPassword } from './set-password.ts';
import { wasUsedBefore } from './was-used-before.ts';

/** A new password that was not taken, and how strong it would be; null where that is not what is wrong with it. */
export class PasswordRefused extends Invalid {
  readonly strength: Strength | null;
  constructor(fields: FieldErrors, strength: Strength | null) {
    super(fields);
    this.strength = strength;
  }
}

/** Whose password it would be. */
interface PasswordOwner {
  id: bigint;
  email: string;
  passwordHash: string | null;
}

interface Tried {
  next: string;
  confirm: string;
  /** The session, or the request for a code, that tries are counted for: an intruder's take nothing of the owner's. */
  by: string;
}

/** Counts the try, since estimating and hashing cost time too; refuses what will not do, the cheap judgements first; and hashes what will. */
export async function checkNewPassword(ctx: Context, account: PasswordOwner, { next, confirm, by }: Tried): Promise<NewPassword> {
  await countAttempt(ctx.db, 'new_password', by);
  const { problem, strength } = judgePassword(next, await ownWords(ctx, account.email));
  if (problem) throw new PasswordRefused({ next: problem }, strength);
  if (next !== confirm) throw new PasswordRefused({ confirm: 'password_mismatch' }, strength);
  if (await wasUsedBefore(ctx, account, next)) throw new PasswordRefused({ next: 'password_used_before' }, null);
  const breached = await isBreached(ctx.config.breachService, next);
  if (breached) throw new PasswordRefused({ next: 'password_breached' }, null);
  return { hash: await hashPassword(next), breachAskedAt: breached === null ? null : ctx.now };
}
