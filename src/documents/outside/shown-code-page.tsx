import type { MadeLink } from '#domain/review-links/make-link.ts';
import { paths, teamPaths } from '#paths';
import type { Frame } from '#ui/page/frame.ts';
import { Page } from '#ui/page/page.tsx';
import { Time } from '#ui/time.tsx';

/** A code for somebody outside, this one time. */
export function ShownCodePage({ frame, made, origin }: { frame: Frame; made: MadeLink; origin: string }) {
  const { locale, t } = frame;
  const title = t('outside.shown.title', { name: made.forWhom });
  return (
    <Page frame={frame} title={title} current="account" signedIn>
      <div className="one">
        <h1>{t.rich('outside.shown.title', { name: <bdi key="name">{made.forWhom}</bdi> })}</h1>
        <p>{t('outside.shown.once')}</p>
        <h2>{t('outside.shown.address')}</h2>
        <p>
          <bdi className="key" dir="ltr">
            {origin}
            {paths.outsideReview(made.locale)}
          </bdi>
        </p>
        <h2>{t('outside.shown.code')}</h2>
        <p>
          <bdi className="key" dir="ltr">
            {made.code}
          </bdi>
        </p>
        <p>{t.rich('outside.shown.until', { at: <Time key="at" at={made.expiresAt} locale={locale} /> })}</p>
        <p className="actions">
          <a className="btn" href={teamPaths.review(String(made.submission))}>
            {t('outside.shown.back')}
          </a>
        </p>
      </div>
    </Page>
  );
}
