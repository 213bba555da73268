import type { Context } from '#domain/core/context.ts';
import { takeRecoveryCode } from '../recovery-code/take-recovery-code.ts';
import { verifyTotp } from '../totp/verify-totp.ts';
import type { TypedFactor } from './typed-factor.ts';

/** Whether what was typed is a code of the account's authenticator app, or one of its recovery codes; the one that is right is used up, whatever becomes of the rest. */
export async function takeTypedFactor({ db, config, now }: Context, typed: Omit<TypedFactor, 'now'>): Promise<boolean> {
  const given = { ...typed, now };
  return (await verifyTotp(db, config, given)) || (await takeRecoveryCode(db, config, given));
}
