import { z } from 'zod';
import { recordEvent } from '#domain/accounts/security-event.ts';
import { NotFound, TooMany } from '#domain/core/errors.ts';
import { countAttempt } from '#domain/core/limits.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { tellResponders } from '#domain/notices/tell-responders.ts';
import { reportEventForm, reportSessionForm } from '#model/forms/sessions/report.ts';
import { endOwn } from './own/end-own.ts';

const bySession = z.strictObject({ sessionId: reportSessionForm.fields.sessionId.schema });
const byEvent = z.strictObject({ eventId: reportEventForm.fields.eventId.schema });

/**
 * Says of a session, or of something that happened, that it was not the person: that session ends, or each one from that place but the acting one, and the
 * responders are told. Of many reports of one account they are told the first of a day. Throws NotFound for the acting session and for a stranger's.
 */
export const reportSession = verb({
  name: 'sessions/report-session',
  input: z.union([bySession, byEvent]),
  async prepare(ctx): Promise<{ tells: boolean }> {
    const { accountId } = requireAccount(ctx);
    const counted = await countAttempt(ctx.db, 'report', String(accountId)).catch((error: unknown) => error);
    if (counted !== undefined && !(counted instanceof TooMany)) throw counted;
    return { tells: counted === undefined };
  },
  async run(tx, ctx, input, { tells }): Promise<{ ended: number; told: number }> {
    const { accountId, sessionId: acting } = requireAccount(ctx);
    const found =
      'sessionId' in input
        ? await tx.session.findUnique({ where: { id: input.sessionId, accountId, NOT: { id: acting } } })
        : await tx.securityEvent.findUnique({ where: { id: BigInt(input.eventId), accountId } });
    if (!found) throw new NotFound();
    const { device, network } = found;
    const which = 'sessionId' in input ? { id: input.sessionId } : { id: { not: acting }, device, network };
    const ended = await endOwn(tx, ctx.now, { accountId, ...which });
    await recordEvent(tx, accountId, ctx.now, 'session_reported', { device, network });
    const notice = { kind: 'session_reported', at: ctx.now.toISOString(), device, network, about: String(accountId) } as const;
    return { ended: ended.length, told: tells ? await tellResponders(tx, notice) : 0 };
  },
  audit: (view) => ({ subject: 'sessions', detail: view }),
});
