import { z } from 'zod';
import { NotFound } from '#domain/core/errors.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { textEvents } from '#domain/history/events.ts';
import { factsSchema } from '#model/facts.ts';
import { auditOf } from './audit-of.ts';
import { type IncidentRecord, RECORD_FORMAT } from './record.ts';
import { approvalsOf, changesOf, factsOf, names, ordersOf, publicationsOf } from './sections.ts';

/** Milliseconds: a long incident has some thousand rows. */
const TIMEOUT_MS = 30_000;
/** Events of its texts: more than a long incident makes. */
const MAX_EVENTS = 5_000;

/**
 * All that is known of an incident, for those who may ask what was said when: facts, texts as they were published, approvals, corrections, emergencies,
 * orders by their numbers, and what the audit log has. Of customers it holds nothing. That somebody takes it is recorded before the first line is given
 * out; the entry about it is not among them. Throws NotFound when there is no such incident.
 */
export const readRecord = verb({
  name: 'history/record/read-record',
  input: z.strictObject({ id: z.int().positive() }),
  timeoutMs: TIMEOUT_MS,
  async run(tx, ctx, { id }): Promise<IncidentRecord> {
    const { db, now } = ctx;
    const { accountId } = requireAccount(ctx);
    const incident = await tx.incident.findUnique({ where: { id }, include: { posts: { select: { id: true } } } });
    if (!incident) throw new NotFound();
    const edition = await tx.edition.findFirst({ orderBy: { number: 'desc' }, select: { number: true, publishedAt: true } });
    const newest = await tx.factsRevision.findFirst({ where: { incidentId: id }, orderBy: { id: 'desc' }, select: { json: true } });
    const told = await tx.publication.findFirst({
      where: { post: { incidentId: id }, updateId: null, factsRevisionId: { not: null } },
      orderBy: [{ editionNumber: 'desc' }, { id: 'desc' }],
      select: { facts: { select: { json: true } } },
    });
    const emergencies = await tx.emergency.findMany({
      where: { edition: { publications: { some: { post: { incidentId: id } } } } },
      orderBy: { editionNumber: 'asc' },
    });
    const nameOf = await names(tx, [accountId, ...emergencies.flatMap((one) => one.accountId ?? [])]);
    const events = [];
    for (const { id: postId } of incident.posts) events.push(...(await textEvents(tx, { postId, skip: 0, limit: MAX_EVENTS })));
    return {
      head: {
        format: RECORD_FORMAT,
        madeAt: now.toISOString(),
        madeBy: nameOf(accountId),
        edition: edition && { number: edition.number, publishedAt: edition.publishedAt.toISOString() },
        incident: { slug: incident.slug, title: incident.title, detectedAt: incident.detectedAt.toISOString() },
        facts: await factsOf(tx, id),
        newestFacts: newest && factsSchema.parse(newest.json),
        corrections: told?.facts ? factsSchema.parse(told.facts.json).corrections : [],
        changes: await changesOf(tx, id),
        events,
        approvals: await approvalsOf(tx, id),
        emergencies: emergencies.map(({ editionNumber, at, accountId: by, operator, reason }) => ({
          ...{ edition: editionNumber, at: at.toISOString(), by: by === null ? operator : nameOf(by), reason },
        })),
        orders: await ordersOf(tx, id),
      },
      publications: publicationsOf(db, id),
      audit: auditOf(db, id),
    };
  },
  audit: (_view, { id }) => ({ subject: `incident:${id}` }),
});
