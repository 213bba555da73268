import type { KeptForm } from '#domain/kept-forms/kept-form.ts';
import { oneOf } from '#model/one-of.ts';
import type { Translate } from '#ui/translate.ts';
import { ErrorSummary } from '#ui/error-summary.tsx';

/** What the team's forms say of a field that is wrong, and have a sentence of their own for. */
const SENTENCES = { text_too_big: 'studio.draft.tooBig' } as const;

interface RefusedProps {
  t: Translate;
  kept: KeptForm;
  /** Why, where the page says it itself. */
  sentence: string | null;
}

/** Why a form came back. */
export function Refused({ t, kept, sentence }: RefusedProps) {
  const keys = Object.entries(kept.errors);
  const lines = keys.map(([field, key]) => ({ field: field === 'form' ? null : field, message: sentenceOf(t, key) }));
  return (
    <ErrorSummary
      title={t('studio.refused.title')}
      errors={sentence === null && lines.length > 0 ? lines : [{ field: null, message: sentence ?? sentenceOf(t, '') }]}
    />
  );
}

function sentenceOf(t: Translate, key: string): string {
  const known = oneOf(Object.keys(SENTENCES) as (keyof typeof SENTENCES)[], key);
  return t(known === null ? 'studio.refused.not_a_form' : SENTENCES[known]);
}
