import type { PublishableLanguage } from '#domain/publishing/approved/read-publishable.ts';
import { LANGUAGES } from '#locales/registry.ts';
import type { CorrectedChange } from '#model/edition.ts';
import type { I18n } from '#ui/i18n.ts';
import { Time } from '#ui/time.tsx';

interface ReasonsProps {
  languages: PublishableLanguage[];
  /** What was typed and refused. */
  typed: URLSearchParams | null;
  i18n: I18n;
}

/** What readers act on and this changes, by language, and why: it stands in the public log of corrections. */
export function Reasons({ languages, typed, i18n }: ReasonsProps) {
  const { t } = i18n;
  const changed = languages.filter(({ corrections }) => corrections.length > 0);
  if (changed.length === 0) return null;
  return (
    <section>
      <h2>{t('schedule.why.title')}</h2>
      <p className="meta">{t('schedule.why.what')}</p>
      {changed.map(({ locale, corrections }) => (
        <div className="why" key={locale}>
          <h3>{t(`word.language.${locale}`)}</h3>
          <ul className="rows">
            {corrections.map((change) => (
              <li key={JSON.stringify(change)}>
                <Change change={change} i18n={i18n} />
              </li>
            ))}
          </ul>
          <label htmlFor={`why_${locale}`}>{t('schedule.why.label', { language: t(`word.language.${locale}`) })}</label>
          <textarea
            id={`why_${locale}`}
            name={`why_${locale}`}
            rows={2}
            minLength={20}
            maxLength={1000}
            lang={locale}
            dir={LANGUAGES[locale].direction}
            defaultValue={typed?.get(`why_${locale}`) ?? ''}
          />
        </div>
      ))}
    </section>
  );
}

function Change({ change, i18n: { t, locale } }: { change: CorrectedChange; i18n: I18n }) {
  const shown = (side: 'was' | 'is') => {
    if (change.kind === 'platform') {
      const line = change[side];
      if (line === null) return null;
      if (line.action === 'none') return t('component.nothingToDo');
      return line.fixedVersion === undefined ? t('component.upgrade') : t.rich('home.upgradeTo', { version: <bdi key="version">{line.fixedVersion}</bdi> });
    }
    const words = change[side];
    return words !== null && change.kind === 'promise' ? <Time at={words} locale={locale} /> : words;
  };
  const [was, is] = [shown('was'), shown('is')];
  return (
    <>
      <span className="meta">{change.kind === 'platform' ? t(`word.platform.${change.platform}`) : t(`correction.kind.${change.kind}`)}</span>{' '}
      {was !== null && <del>{was}</del>} {is !== null && <ins>{is}</ins>}
    </>
  );
}
