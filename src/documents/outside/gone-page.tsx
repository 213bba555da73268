import type { LinkOver } from '#domain/review-links/held-link.ts';
import { leaveReviewForm } from '#model/outside/review.ts';
import type { Frame } from '#ui/page/frame.ts';
import { Page } from '#ui/page/page.tsx';

interface GonePageProps {
  frame: Frame;
  over: LinkOver;
  /** A comment that came too late. */
  typed?: string;
}

/** A link that shows nothing any more says why, and nothing of what came after. */
export function GonePage({ frame, over, typed = '' }: GonePageProps) {
  const { locale, t } = frame;
  return (
    <Page frame={frame} title={t('outside.gone.title')}>
      <div className="one">
        <h1>{t('outside.gone.title')}</h1>
        <p>{t(`outside.gone.${over}`)}</p>
        {typed.trim() !== '' && (
          <div className="field">
            <label htmlFor="typed">{t('outside.gone.typed')}</label>
            <textarea id="typed" rows={6} readOnly dir="auto" defaultValue={typed} />
          </div>
        )}
        <form method="post" action={leaveReviewForm.path(locale)}>
          <button className="btn q" type="submit">
            {t('outside.gone.another')}
          </button>
        </form>
      </div>
    </Page>
  );
}
