import type { EarlierRevision } from '#domain/publishing/approved/earlier-revisions.ts';
import { LANGUAGES } from '#locales/registry.ts';
import { teamPaths } from '#paths';
import type { I18n } from '#ui/i18n.ts';
import { Time } from '#ui/time.tsx';

interface AgainProps {
  id: string;
  earlier: EarlierRevision[];
  /** What was typed and refused. */
  typed: URLSearchParams | null;
  i18n: I18n;
}

/** Apart from the rest: what was approved and public before goes out again, for a reason that everybody will read. */
export function Again({ id, earlier, typed, i18n: { t, locale } }: AgainProps) {
  return (
    <section>
      <h2>{t('schedule.again.title')}</h2>
      <p className="meta">{t('schedule.again.what')}</p>
      {earlier.map(({ revision, locale: of, number, publishedAt, live }) => {
        const reason = typed?.get('revision') === String(revision) ? typed.get('reason') : null;
        const field = reason === null ? `again-${revision}` : 'reason';
        return (
          <details key={revision} open={reason !== null}>
            <summary>
              {t(`word.language.${of}`)}, {t('studio.revision', { n: number })} · <Time at={publishedAt} locale={locale} style="short" />
            </summary>
            <form className="say" method="post" action={teamPaths.publishEarlier(id)}>
              <input type="hidden" name="revision" value={revision} />
              <input type="hidden" name="live" value={live} />
              <label htmlFor={field}>{t('schedule.again.reason', { language: t(`word.language.${of}`) })}</label>
              <textarea
                id={field}
                name="reason"
                rows={2}
                minLength={20}
                maxLength={1000}
                required
                lang={of}
                dir={LANGUAGES[of].direction}
                defaultValue={reason ?? ''}
              />
              <p className="actions">
                <button className="btn q" type="submit">
                  {t('schedule.again.send')}
                </button>
              </p>
            </form>
          </details>
        );
      })}
    </section>
  );
}
