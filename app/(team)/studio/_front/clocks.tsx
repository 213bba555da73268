import type { Promised } from '#domain/studio/promises.ts';
import type { FrontPage } from '#domain/studio/read-front-page.ts';
import type { I18n } from '#ui/i18n.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Time } from '#ui/time.tsx';

const MINUTE_MS = 60_000;

interface ClocksProps {
  /** ISO 8601. */
  now: string;
  promise: Promised | null;
  edition: FrontPage['edition'];
  i18n: I18n;
}

/** What runs out, and what is out. */
export function Clocks({ now, promise, edition, i18n }: ClocksProps) {
  const { t, locale } = i18n;
  return (
    <aside className="side">
      <h2>{t('studio.promise.title')}</h2>
      {promise === null ? <p className="meta">{t('studio.promise.none')}</p> : <Countdown now={now} promise={promise} i18n={i18n} />}
      {edition === null ? (
        <h2>{t('studio.edition.none')}</h2>
      ) : (
        <>
          <h2>{t('studio.edition.title', { n: edition.number })}</h2>
          <StatusBadge tone={edition.showing === edition.instances && edition.instances > 0 ? 'ok' : 'recommended'}>
            {t('studio.edition.all', { n: edition.showing, m: edition.instances })}
          </StatusBadge>
          <p className="meta">{t.rich('studio.edition.since', { at: <Time key="at" at={edition.publishedAt} locale={locale} /> })}</p>
        </>
      )}
    </aside>
  );
}

function Countdown({ now, promise, i18n: { t, locale } }: { now: string; promise: Promised; i18n: I18n }) {
  const left = Math.round((Date.parse(promise.by) - Date.parse(now)) / MINUTE_MS);
  const minutes = Math.abs(left);
  return (
    <>
      <p className="fig">
        {minutes >= 60 && (
          <>
            {Math.floor(minutes / 60)} <small>{t('studio.promise.hours')}</small>{' '}
          </>
        )}
        {minutes % 60} <small>{t('studio.promise.minutes')}</small>
      </p>
      <p>
        {t(left >= 0 ? 'studio.promise.until' : 'studio.promise.late', { notice: promise.noticeId })}
        <br />
        <b>
          <Time at={promise.by} locale={locale} />
        </b>
      </p>
    </>
  );
}
