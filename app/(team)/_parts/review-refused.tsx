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

interface ReviewRefusedProps {
  t: Translate;
  kept: KeptForm;
  /** Forms that the page shows, by their names, each with what was typed into it. */
  drawn: readonly string[];
}

/** What a refused form says: each field's sentence, or why the whole of it was refused. What was typed into a form that is gone stands below. */
export function ReviewRefused({ t, kept, drawn }: ReviewRefusedProps) {
  const fields = Object.entries(kept.errors);
  const sentence = (key: string) => t(`review.refused.${oneOf(REASONS, key) ?? 'other'}`);
  const errors = fields.map(([field, key]) => ({ field: FIELDS.has(field) ? field : null, message: sentence(key) }));
  const typed = drawn.includes(kept.form) ? [] : [...new URLSearchParams(kept.body)].filter(([name, words]) => TYPED.test(name) && words.trim() !== '');
  return (
    <>
      <ErrorSummary title={t('studio.refused.title')} errors={errors.length > 0 ? errors : [{ field: null, message: sentence(kept.reason ?? '') }]} />
      {typed.length > 0 && (
        <section className="talk" aria-labelledby="typed">
          <h2 id="typed">{t('review.refused.typed')}</h2>
          {typed.map(([name, words], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a field can come more than once
            <p key={`${name} ${index}`} className="said" dir="auto">
              {words}
            </p>
          ))}
        </section>
      )}
    </>
  );
}

/** Fields that hold sentences of whoever typed them. */
const TYPED = /^(reasons?|forWhom|requests|why_[a-z]+)$/;

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
