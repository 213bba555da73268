import type { RecordedPublication } from '#domain/history/record/record.ts';
import { LANGUAGES } from '#locales/registry.ts';
import { LOCALES } from '#paths';
import type { I18n } from '#ui/i18n.ts';
import { Time } from '#ui/time.tsx';

interface TextsPartProps {
  publications: RecordedPublication[];
  isCut: boolean;
  i18n: I18n;
}

/** The texts word for word, as each edition published them. */
export function TextsPart({ publications, isCut, i18n: { t, locale } }: TextsPartProps) {
  return (
    <section aria-labelledby="texts">
      <h2 id="texts">{t('record.texts')}</h2>
      {publications.map(({ path, revision, edition, at, sourceHash, renderingHash, toolchain, source }) => {
        const language = LOCALES.find((one) => path.endsWith(`.${one}.mdx`)) ?? locale;
        return (
          <article key={`${path} ${edition}`}>
            <h3>
              <bdi>{path}</bdi>, {t('studio.revision', { n: revision })} · {t('record.edition_n', { n: edition })} · <Time at={at} locale={locale} />
            </h3>
            <p className="meta">
              {t.rich('record.hash', { hash: <code key="hash">{sourceHash}</code> })}{' '}
              {t.rich('record.rendering', { hash: <code key="hash">{renderingHash}</code>, toolchain: <bdi key="toolchain">{toolchain}</bdi> })}
            </p>
            <pre className="source" lang={language} dir={LANGUAGES[language].direction}>
              {source}
            </pre>
          </article>
        );
      })}
      {publications.length === 0 && <p className="meta">{t('record.none')}</p>}
      {isCut && <p>{t('record.more')}</p>}
    </section>
  );
}
