import { IncidentStatus } from '#documents/post/incident-status.tsx';
import type { Publishable } from '#domain/publishing/approved/read-publishable.ts';
import type { I18n } from '#ui/i18n.ts';
import { Time } from '#ui/time.tsx';

interface MovesProps {
  moves: Publishable['moves'];
  /** Languages whose changes are logged. */
  logged: number;
  i18n: I18n;
}

/** What readers see move beside the text. */
export function Moves({ moves: { status, promise, corrections }, logged, i18n: { t, locale } }: MovesProps) {
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
          <dd>{t('publish.moves.entries', { n: corrections.length + logged })}</dd>
        </div>
      </dl>
    </section>
  );
}
