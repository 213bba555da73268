import { checkContent } from '#compiler/folder/check-content.ts';
import { sharedNotices } from '#compiler/folder/incidents/shared-notices.ts';
import type { CheckResult } from '#compiler/folder/check-result.ts';
import type { Context } from '#domain/core/context.ts';
import { rendererOf } from '#domain/posts/renderer-of.ts';
import { whatIsLive } from '#domain/publishing/live/what-is-live.ts';
import { ofFacts } from '#domain/facts-drafts/of-facts.ts';
import { LOCALES } from '#paths';
import { draftContent, type DraftContent, type DraftRow, type WhichFacts } from './draft-content.ts';

export interface JudgedDraft {
  /** By the rules of the folder: the same verdict as `candor content check`. */
  verdict: CheckResult;
  facts: DraftContent['facts'];
}

/** What the checker says of a draft, and what it looks like where nothing is wrong. */
export async function judgeDraft(ctx: Context, draft: DraftRow, which: WhichFacts = 'in-hand'): Promise<JudgedDraft> {
  const { content, path, facts, factsFindings } = await draftContent(ctx, draft, which);
  const live = await whatIsLive(ctx.db, content.site?.locales ?? LOCALES);
  const [verdict] = await checkContent(content, rendererOf(ctx), new Set([path]), live);
  const { ok, findings, ...more } = verdict as CheckResult;
  const ofIncident = [...factsFindings, ...[...sharedNotices(content.incidents, live.facts).values()].flat().map(ofFacts)];
  return { verdict: { ...more, ok: ok && !ofIncident.some(({ severity }) => severity === 'error'), findings: [...ofIncident, ...findings] }, facts };
}
