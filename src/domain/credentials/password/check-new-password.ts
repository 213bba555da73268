import type { Context } from '#domain/core/context.ts';
import { type FieldErrors, Invalid } from '#domain/core/errors.ts';
import { ownWords } from './own-words.ts';
import { judgePassword } from './password-policy.ts';
import type { Strength } from './password-strength.ts';
import { countAttempt } from '#domain/core/limits.ts';

/** A new password that was not taken, and how strong it would be. */
export class PasswordRefused extends Invalid {
  readonly strength: Strength | null;
  constructor(fields: FieldErrors, strength: Strength | null) {
    super(fields);
    this.strength = strength;
  }
}

interface Tried {
  next: string;
  confirm: string;
  /** The session, or the request for a code, that tries are counted for: an intruder's take nothing of the owner's. */
  by: string;
}

/** Counts the try, since estimating costs time too, then refuses what will not do. */
export async function checkNewPassword(ctx: Context, account: { email: string }, { next, confirm, by }: Tried): Promise<void> {
  await countAttempt(ctx.db, 'new_password', by);
  const { problem, strength } = judgePassword(next, await ownWords(ctx, account.email));
  if (problem) throw new PasswordRefused({ next: problem }, strength);
  if (next !== confirm) throw new PasswordRefused({ confirm: 'password_mismatch' }, strength);
}
