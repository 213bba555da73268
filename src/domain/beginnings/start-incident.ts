import { z } from 'zod';
import { newAdvisory } from '#compiler/templates/new-advisory.ts';
import { newFacts } from '#compiler/templates/new-facts.ts';
import { Invalid } from '#domain/core/errors.ts';
import { publishedSite } from '#domain/core/published-site.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { lockRevisions } from '#domain/posts/revision-lock.ts';
import { takenSlugs } from '#domain/posts/taken-slugs.ts';
import { INCIDENT_TEMPLATES } from '#model/team/templates.ts';
import { LOCALES } from '#paths';
import { freeNoticeId } from './free-notice-id.ts';
import { newSlug, typedSlug, workingTitle } from './new-slug.ts';

/** As a field of browsers holds it, in UTC. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/;

/**
 * Begins an incident from a template: its facts, and its advisory in every language of the site. Answers the incident's id. Throws Invalid for a
 * title that is missing, a slug that is none or taken, and a time that is none or lies ahead; nothing is made then.
 */
export const startIncident = verb({
  name: 'beginnings/start-incident',
  input: z.strictObject({
    template: z.enum(INCIDENT_TEMPLATES, 'not_a_form'),
    title: workingTitle.refine((title) => title !== '', 'title_missing'),
    slug: typedSlug,
    detectedAt: z.string().max(30, 'moment_wrong').regex(MOMENT, 'moment_wrong'),
    /** That the title is in. */
    locale: z.enum(LOCALES, 'not_a_form'),
  }),
  async run(tx, ctx, { template, title, slug: typed, detectedAt: minute, locale }): Promise<{ incident: number; slug: string; texts: number }> {
    const { accountId } = requireAccount(ctx);
    const site = await publishedSite(ctx.db);
    if (!site) throw new Invalid({ form: 'no_site' });
    const detectedAt = `${minute.slice(0, 16)}:00Z`;
    if (Number.isNaN(Date.parse(detectedAt))) throw new Invalid({ detectedAt: 'moment_wrong' });
    if (Date.parse(detectedAt) > ctx.now.getTime()) throw new Invalid({ detectedAt: 'moment_ahead' });
    // Pushes make posts as well.
    await lockRevisions(tx);
    const taken = await takenSlugs(tx, { kind: 'advisory' });
    const slug = newSlug({ typed, title, otherwise: `incident-${ctx.now.toISOString().slice(0, 10)}` }, taken);
    const begun = { template, slug, noticeId: await freeNoticeId(tx, ctx), now: ctx.now, site };
    const facts = newFacts({ ...begun, locales: site.locales, known: { title, locale, detectedAt } });
    const { id: incident } = await tx.incident.create({ data: { slug, title, detectedAt } });
    await tx.factsDraft.create({ data: { incidentId: incident, source: facts, authorIds: [accountId], savedAt: ctx.now } });
    const { id: postId } = await tx.post.create({ data: { kind: 'advisory', incidentId: incident, slug } });
    const texts = site.locales.map((one) => ({ postId, locale: one, source: newAdvisory(begun, one), savedAt: ctx.now }));
    await tx.draft.createMany({ data: texts });
    return { incident, slug, texts: texts.length };
  },
  audit: ({ incident, slug, texts }, { template }) => ({ subject: `incident:${incident}`, detail: { slug, template, texts } }),
});
