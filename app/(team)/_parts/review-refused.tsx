import type { KeptForm } from '#domain/kept-forms/kept-form.ts';
import { oneOf } from '#model/one-of.ts';
import { ErrorSummary } from '#ui/error-summary.tsx';
import type { Translate } from '#ui/translate.ts';

/** Why a form of review or publication came back, where that has a sentence of its own. */
const REASONS = [
  'already_submitted',
  'approval_ended',
  'comment_long',
  'comment_missing',
  'comments_full',
  'draft_moved',
  'findings_changed',
  'findings_many',
  'for_whom_long',
  'for_whom_missing',
  'line_none',
  'link_days',
  'links_full',
  'live_already',
  'moved_on',
  'needs_waiver',
  'no_longer_passes',
  'not_ticked',
  'not_together',
  'nothing_chosen',
  'own_words',
  'published_meanwhile',
  'request_long',
  'reason_long',
  'reason_short',
  'roles_changed',
  'schedule_ended',
  'scheduled_already',
  'time_doubled',
  'time_far',
  'time_past',
  'time_skipped',
  'time_wrong',
  'waiver_long',
  'waiver_missing',
  'why_missing',
  'zone_unknown',
] as const;

/** What a refused form says: each field's sentence, or why the whole of it was refused. */
export function ReviewRefused({ t, kept }: { t: Translate; kept: KeptForm }) {
  const fields = Object.entries(kept.errors);
  const sentence = (key: string) => t(`review.refused.${oneOf(REASONS, key) ?? 'other'}`);
  const errors = fields.map(([field, key]) => ({ field: FIELDS.has(field) ? field : null, message: sentence(key) }));
  return <ErrorSummary title={t('studio.refused.title')} errors={errors.length > 0 ? errors : [{ field: null, message: sentence(kept.reason ?? '') }]} />;
}

/** Fields that a page shows, under their own names. */
const FIELDS: ReadonlySet<string> = new Set([
  'date',
  'days',
  'forWhom',
  'line',
  'reason',
  'reasons',
  'text',
  'ticked',
  'time',
  'why_ar',
  'why_de',
  'why_en',
  'zone',
]);
