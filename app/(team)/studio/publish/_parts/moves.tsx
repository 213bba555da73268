import { IncidentStatus } from '#documents/post/incident-status.tsx';
import type { Publishable } from '#domain/publishing/approved/read-publishable.ts';
import type { I18n } from '#ui/i18n.ts';
import { Time } from '#ui/time.tsx';

/** What readers see move beside the text. */
export function Moves({ moves: { status, promise, corrections }, i18n: { t, locale } }: { moves: Publishable['moves']; i18n: I18n }) {
  return (
    <section>
      <h2>{t('publish.moves.title')}</h2>
      <dl className="pairs">
        <div>
          <dt>{t('publish.moves.status')}</dt>
          <dd>{status === null ? t('publish.moves.stays') : <IncidentStatus status={status.is} t={t} />}</dd>
        </div>
        <div>
          <dt>{t('publish.moves.promise')}</dt>
          <dd>
            {promise === null ? (
              t('publish.moves.stays')
            ) : (
              <>
                {promise.was !== null && (
                  <del>
                    <Time at={promise.was} locale={locale} />
                  </del>
                )}{' '}
                {promise.is === null ? t('publish.moves.noPromise') : <ins>{<Time at={promise.is} locale={locale} />}</ins>}
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('publish.moves.corrections')}</dt>
          <dd>{t('publish.moves.entries', { n: corrections.length })}</dd>
        </div>
      </dl>
    </section>
  );
}
