import type { KeptForm } from '#domain/kept-forms/kept-form.ts';
import { oneOf } from '#model/one-of.ts';
import { ErrorSummary } from '#ui/error-summary.tsx';
import type { Translate } from '#ui/translate.ts';

/** Why a form that begins a text, or throws one away, came back, where that has a sentence of its own. */
const REASONS = [
  'draft_moved',
  'in_use',
  'is_planned',
  'live_already',
  'locales_missing',
  'moment_ahead',
  'moment_wrong',
  'no_site',
  'post_missing',
  'renamed_meanwhile',
  'slug_form',
  'slug_long',
  'slug_taken',
  'title_long',
  'title_missing',
] as const;

/** Fields that a page shows, under their own names. */
const FIELDS: ReadonlySet<string> = new Set(['title', 'slug', 'detectedAt', 'post']);

/** What a refused form says: each field's sentence, or why the whole of it was refused. */
export function BeginRefused({ t, kept }: { t: Translate; kept: KeptForm }) {
  const sentence = (key: string) => t(`begin.refused.${oneOf(REASONS, key) ?? 'other'}`);
  const errors = Object.entries(kept.errors).map(([field, key]) => ({ field: FIELDS.has(field) ? field : null, message: sentence(key) }));
  return <ErrorSummary title={t('studio.refused.title')} errors={errors.length > 0 ? errors : [{ field: null, message: sentence(kept.reason ?? '') }]} />;
}
