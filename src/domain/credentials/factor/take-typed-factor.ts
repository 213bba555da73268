import type { Context } from '#domain/core/context.ts';
import { countAttempt, forgiveAll } from '#domain/core/limits.ts';
import { takeRecoveryCode } from '../recovery-code/take-recovery-code.ts';
import { verifyTotp } from '../totp/verify-totp.ts';
import type { Place, TypedFactor } from './typed-factor.ts';

/**
 * Whether what was typed is a code of the account's authenticator app, or one of its recovery codes; the one that is right is used up, whatever becomes of the rest.
 * Throws TooMany after ten wrong ones at one place in fifteen minutes, and after a hundred until one is right.
 */
export async function takeTypedFactor({ db, config, now }: Context, place: Place, typed: Omit<TypedFactor, 'now'>): Promise<boolean> {
  const of = [String(typed.accountId), typeof place === 'string' ? place : place.device] as const;
  await countAttempt(db, 'factor', ...of);
  await countAttempt(db, 'factor_long', ...of);
  const given = { ...typed, now };
  if (!(await verifyTotp(db, config, given)) && !(await takeRecoveryCode(db, config, given))) return false;
  await forgiveAll(db, [
    ['factor', ...of],
    ['factor_long', ...of],
  ]);
  return true;
}
