import { z } from 'zod';
import type { Context } from '#domain/core/context.ts';
import { Invalid } from '#domain/core/errors.ts';
import { countAttempt, forgiveAll } from '#domain/core/limits.ts';
import { passkeyAnswerSchema } from '#model/forms/factors/passkey-answer.ts';
import { codeSchema } from '#model/forms/fields.ts';
import type { ChallengeFor } from '../passkey/challenge.ts';
import { refused } from '../passkey/passkey-answer.ts';
import { verifyPasskey } from '../passkey/verify-passkey.ts';
import { takeRecoveryCode } from '../recovery-code/take-recovery-code.ts';
import { verifyTotp } from '../totp/verify-totp.ts';
import type { Place, TypedFactor } from './typed-factor.ts';

/** A second factor that somebody shows: a code of the authenticator app or a recovery code, or a passkey. */
export const givenFactor = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('code'), code: codeSchema }),
  /** `ticket`: what the browser's cookie of a passkey holds. */
  z.strictObject({ by: z.literal('passkey'), answer: passkeyAnswerSchema, ticket: z.string().max(64).nullable() }),
]);
export type GivenFactor = z.output<typeof givenFactor>;

interface Asked extends Pick<TypedFactor, 'accountId' | 'before'> {
  /** Where codes are counted that were wrong: an intruder's take nothing of the owner's. */
  place: Place;
  /** What a passkey must have been asked for. */
  of: ChallengeFor;
}

/**
 * Uses up the account's factor that was shown and is right, whatever becomes of the rest. Throws what `factorRefused` makes for every other, and TooMany
 * after ten wrong codes at one place in fifteen minutes, and after a hundred until one is right.
 */
export async function takeFactor({ db, config, now }: Context, given: GivenFactor, { accountId, before, place, of }: Asked): Promise<void> {
  if (given.by === 'passkey') {
    const { ticket, answer } = given;
    await verifyPasskey(db, config, { of, ticket, answer, accountId, now, before });
    return;
  }
  const counted = [String(accountId), typeof place === 'string' ? place : place.device] as const;
  await countAttempt(db, 'factor', ...counted);
  await countAttempt(db, 'factor_long', ...counted);
  const typed = { accountId, typed: given.code, now, before };
  if (!((await verifyTotp(db, config, typed)) || (await takeRecoveryCode(db, config, typed)))) throw factorRefused(given);
  await forgiveAll(db, [
    ['factor', ...counted],
    ['factor_long', ...counted],
  ]);
}

/** The same words for whatever is wrong with it. */
export function factorRefused({ by }: GivenFactor): Invalid {
  return by === 'passkey' ? refused() : new Invalid({ code: 'code_wrong' });
}
