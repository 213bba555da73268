import type { CodePurpose } from '#generated/prisma/enums.ts';
import type { Context, Transaction } from '#domain/core/context.ts';
import { enqueue } from '#domain/core/jobs.ts';
import { CODE_TTL_MS } from '#domain/core/one-time-code.ts';
import { newSecret, secretId } from '#domain/core/secret.ts';
import type { Locale } from '#paths';

interface Asked {
  purpose: CodePurpose;
  /** Null where nobody has the address: the same is done, and no mail goes out. */
  accountId: bigint | null;
  /** Of who is signed in. */
  sessionId?: string;
  /** The new address, in `confirm`. */
  email?: string;
  /** What the browser's cookie of a code held before: that request is void. */
  replaces: string | null;
  locale: Locale;
}

/**
 * Keeps that somebody asked for a code, and has it mailed. The worker makes the code when it sends it: what stands here until then is none. An
 * earlier request of the browser or the session is void at once. Answers the ticket, for the asking browser's cookie only.
 */
export async function askCode(tx: Transaction, ctx: Context, { replaces, locale, ...asked }: Asked): Promise<string> {
  const { sessionId, purpose } = asked;
  const earlier = [...(replaces === null ? [] : [{ id: secretId(replaces) }]), ...(sessionId === undefined ? [] : [{ sessionId, purpose }])];
  if (earlier.length > 0) await tx.oneTimeCode.deleteMany({ where: { OR: earlier } });
  const ticket = newSecret();
  const id = secretId(ticket);
  await tx.oneTimeCode.create({ data: { ...asked, id, expiresAt: new Date(ctx.now.getTime() + CODE_TTL_MS) } });
  await enqueue(tx, 'mail-code', { requestId: id, locale });
  return ticket;
}
