import { LANGUAGES } from '#locales/registry.ts';
import type { OutsideView } from '#domain/review-links/read-outside.ts';
import { leaveReviewForm } from '#model/outside/review.ts';
import { paths } from '#paths';
import { ErrorSummary } from '#ui/error-summary.tsx';
import type { Frame } from '#ui/page/frame.ts';
import { Page } from '#ui/page/page.tsx';
import { Time } from '#ui/time.tsx';
import { ChangesTable } from './changes-table.tsx';
import { OutsideComments, type Refused } from './outside-comments.tsx';

interface ReadPageProps {
  frame: Frame;
  view: OutsideView;
  /** A comment that came back. */
  refused: Refused | null;
}

/** What somebody without an account reads: the page as it would be, what readers act on, the lines, and what they have said. */
export function ReadPage({ frame, view, refused }: ReadPageProps) {
  const { locale, t } = frame;
  const { forWhom, expiresAt, title, lines, changes } = view;
  const heading = t('outside.read.title', { title });
  const text = { lang: view.locale, dir: LANGUAGES[view.locale].direction };
  return (
    <Page frame={frame} title={heading} invalid={refused !== null}>
      <div className="one">
        <ErrorSummary title={t('error.title')} errors={refused ? [{ field: refused.field, message: t(`outside.refused.${refused.reason}`) }] : []} />
        <h1 dir="auto">{heading}</h1>
        <p>{t.rich('outside.read.for', { name: <bdi key="name">{forWhom}</bdi>, at: <Time key="at" at={expiresAt} locale={locale} /> })}</p>
        <p>{t('outside.read.secret')}</p>
        <h2>{t('review.hot.title')}</h2>
        <ChangesTable changes={changes} of={view.locale} frame={frame} />
        <h2>{t('outside.read.text')}</h2>
        <iframe
          width="100%"
          height="640"
          src={paths.outsideText(locale)}
          title={t('outside.read.frame')}
          sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        />
        <details>
          <summary>{t('outside.read.lines')}</summary>
          <p className="hint">{t('outside.read.linesWhy')}</p>
          <ol {...text}>
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: its number is what a line is called by
              <li key={index}>{line}</li>
            ))}
          </ol>
        </details>
        <OutsideComments frame={frame} view={view} refused={refused} />
        <form method="post" action={leaveReviewForm.path(locale)}>
          <p className="actions">
            <button className="btn q" type="submit" aria-describedby="leave-why">
              {t('outside.read.leave')}
            </button>
          </p>
          <p className="hint" id="leave-why">
            {t('outside.read.leaveWhy')}
          </p>
        </form>
      </div>
    </Page>
  );
}
