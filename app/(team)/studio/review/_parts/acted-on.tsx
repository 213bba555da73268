import { LANGUAGES } from '#locales/registry.ts';
import type { ActedOnChange, Checked } from '#domain/review/acted-on/changes-acted-on.ts';
import type { Locale } from '#paths';
import type { I18n } from '#ui/i18n.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import type { Tone } from '#ui/tone.ts';

const TONES: Record<Checked, Tone> = {
  agrees: 'ok',
  ours: 'ok',
  trusted: 'ok',
  no_facts: 'progress',
  gone: 'progress',
  not_in_facts: 'recommended',
  elsewhere: 'recommended',
  past: 'act',
};

interface ActedOnProps {
  changes: ActedOnChange[];
  /** The language of the text. */
  of: Locale;
  i18n: I18n;
}

/** Each change that readers act on, numbered as in the margin of the text. */
export function ActedOn({ changes, of, i18n: { t } }: ActedOnProps) {
  const { direction } = LANGUAGES[of];
  return (
    <section>
      <h2 id="hot">{t('review.hot.title')}</h2>
      {changes.length === 0 ? (
        <p className="meta">{t('review.hot.none')}</p>
      ) : (
        <table className="t tight" aria-labelledby="hot">
          <thead>
            <tr>
              <th scope="col">{t('review.hot.what')}</th>
              <th scope="col">{t('review.hot.was')}</th>
              <th scope="col">{t('review.hot.is')}</th>
              <th scope="col">{t('review.hot.checked')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ kind, was, is, checked }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the number is what it is called by
              <tr key={index} id={`change-${index + 1}`}>
                <th scope="row">
                  <span className="no">{index + 1}</span> {t(`review.kind.${kind}`)}
                </th>
                <td data-l={t('review.hot.was')}>{was === null ? '–' : <del dir={direction}>{was}</del>}</td>
                <td data-l={t('review.hot.is')}>{is === null ? '–' : <ins dir={direction}>{is}</ins>}</td>
                <td data-l={t('review.hot.checked')}>
                  <StatusBadge tone={TONES[checked]}>{t(`review.checked.${checked}`)}</StatusBadge>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
