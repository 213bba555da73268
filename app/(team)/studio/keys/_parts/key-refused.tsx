import type { KeptForm } from '#domain/kept-forms/kept-form.ts';
import { oneOf } from '#model/one-of.ts';
import { ErrorSummary } from '#ui/error-summary.tsx';
import type { Translate } from '#ui/translate.ts';

const REASONS = ['key_name_missing', 'key_name_long', 'key_days', 'keys_full'] as const;

/** Why a form of keys came back. */
export function KeyRefused({ t, kept }: { t: Translate; kept: KeptForm }) {
  const sentence = (key: string) => {
    const known = oneOf(REASONS, key);
    return known === null ? t('studio.refused.not_a_form') : t(`keys.refused.${known}`);
  };
  const errors = Object.entries(kept.errors).map(([field, key]) => ({ field: field === 'name' || field === 'days' ? field : null, message: sentence(key) }));
  return <ErrorSummary title={t('studio.refused.title')} errors={errors.length > 0 ? errors : [{ field: null, message: sentence(kept.reason ?? '') }]} />;
}
