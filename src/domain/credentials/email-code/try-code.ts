import type { OneTimeCode } from '#generated/prisma/client.ts';
import type { CodePurpose } from '#generated/prisma/enums.ts';
import type { Context } from '#domain/core/context.ts';
import { Invalid } from '#domain/core/errors.ts';
import { CODE_MAX_TRIES, codeHash } from '#domain/core/one-time-code.ts';
import { secretId } from '#domain/core/secret.ts';

/**
 * Takes one of a request's tries, committed by itself, then compares. Another browser's code is none, and so is one of another purpose or
 * account. Throws Invalid `code_wrong` alike for a wrong code, a late one, and one without a request. Who goes on uses it up by `spendCode`.
 */
export async function tryCode(
  { db, config, now }: Context,
  { ticket, typed, purpose, accountId }: { ticket: string | null; typed: string; purpose: CodePurpose | CodePurpose[]; accountId?: bigint },
): Promise<OneTimeCode> {
  const id = secretId(ticket ?? '');
  const waiting = {
    id,
    purpose: { in: [purpose].flat() },
    expiresAt: { gt: now },
    tries: { lt: CODE_MAX_TRIES },
    ...(accountId !== undefined && { accountId }),
  };
  const [code] = await db.oneTimeCode.updateManyAndReturn({ where: waiting, data: { tries: { increment: 1 } } });
  // A request for an address that is nobody's has no code, and costs the same.
  if (codeHash(config.secret, id, typed) !== code?.codeHash) throw new Invalid({ code: 'code_wrong' });
  return code;
}
