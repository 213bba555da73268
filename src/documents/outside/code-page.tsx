import { openReviewForm } from '#model/outside/review.ts';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Field } from '#ui/field.tsx';
import type { Frame } from '#ui/page/frame.ts';
import { Page } from '#ui/page/page.tsx';

/** What is wrong with what was typed; null where nothing is. */
export type CodeError = 'missing' | 'wrong' | null;

/** Asks somebody without an account for the code that they were given. */
export function CodePage({ frame, error }: { frame: Frame; error: CodeError }) {
  const { locale, t } = frame;
  const message = error && t(`outside.code.${error}`);
  return (
    <Page frame={frame} title={t('outside.code.title')} invalid={error !== null}>
      <div className="one">
        <ErrorSummary title={t('error.title')} errors={message === null ? [] : [{ field: 'code', message }]} />
        <h1>{t('outside.code.title')}</h1>
        <p>{t('outside.code.why')}</p>
        <form method="post" action={openReviewForm.path(locale)}>
          <Field
            name="code"
            label={t('outside.code.label')}
            hint={t('outside.code.hint')}
            {...(message !== null && { error: message, errorWord: t('page.errorWord') })}
            dir="ltr"
            required
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
          />
          <p className="actions">
            <button className="btn" type="submit">
              {t('outside.code.send')}
            </button>
          </p>
        </form>
      </div>
    </Page>
  );
}
