import { IncidentStatus } from '#documents/post/incident-status.tsx';
import type { PublicText } from '#domain/studio/public-texts.ts';
import { LOCALES, type Locale, paths } from '#paths';
import type { I18n } from '#ui/i18n.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Time } from '#ui/time.tsx';
import { OpenText } from '../../_parts/open-text.tsx';

interface LiveTableProps {
  live: PublicText[];
  i18n: I18n;
}

/** What the public reads; each language of a text opens for writing. */
export function LiveTable({ live, i18n }: LiveTableProps) {
  const { t, locale } = i18n;
  const locales = LOCALES.filter((offered) => live.some((text) => text.locales[offered] !== undefined));
  return (
    <section>
      <h2 id="live">{t('studio.live.title')}</h2>
      {live.length === 0 ? (
        <p className="meta">{t('studio.live.none')}</p>
      ) : (
        <table className="t" aria-labelledby="live">
          <thead>
            <tr>
              <th scope="col">{t('studio.column.text')}</th>
              <th scope="col">{t('studio.column.status')}</th>
              {locales.map((offered) => (
                <th key={offered} scope="col" className="n">
                  {t(`word.language.${offered}`)}
                </th>
              ))}
              <th scope="col" className="n">
                {t('studio.column.changed')}
              </th>
            </tr>
          </thead>
          <tbody>
            {live.map((text) => (
              <tr key={`${text.kind}/${text.slug}/${text.update}`}>
                <th scope="row">
                  <a href={publicPath(text, locale)}>
                    <bdi>{text.title}</bdi>
                  </a>
                  <small>{t(`studio.kind.${text.kind}`, text.kind === 'advisory' ? { n: text.updates } : {})}</small>
                </th>
                <td data-l={t('studio.column.status')}>{text.status ? <IncidentStatus status={text.status} t={t} /> : '–'}</td>
                {locales.map((offered) => (
                  <td key={offered} className="n third" data-l={t(`word.language.${offered}`)}>
                    {text.locales[offered] === undefined ? '–' : <Write text={text} locale={offered} i18n={i18n} />}
                  </td>
                ))}
                <td className="n" data-l={t('studio.column.changed')}>
                  <Time at={text.changedAt} locale={locale} style="short" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

interface WriteProps {
  text: PublicText;
  locale: Locale;
  i18n: I18n;
}

/** Opens it; one that is older than what it translates says so. */
function Write({ text, locale, i18n: { t } }: WriteProps) {
  const words = t('studio.revision', { n: text.locales[locale] ?? 0 });
  return (
    <OpenText place={text} locale={locale} title={t('studio.live.write', { language: t(`word.language.${locale}`) })}>
      {text.older.includes(locale) ? (
        <StatusBadge tone="recommended" icon="back">
          {words} <span className="hush">{t('translations.state.older')}</span>
        </StatusBadge>
      ) : (
        words
      )}
    </OpenText>
  );
}

function publicPath({ kind, slug, update }: PublicText, locale: Locale): string {
  if (kind === 'note') return paths.note(locale, slug);
  return update === null ? paths.advisory(locale, slug) : paths.update(locale, slug, update);
}
