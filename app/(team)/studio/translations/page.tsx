import type { Cell } from '#domain/translations/cells.ts';
import { listTranslations } from '#domain/translations/list-translations.ts';
import { teamPaths } from '#paths';
import { teamRequest } from '../../../_http/team/team-page.ts';
import { KeysFoot } from '../../_parts/keys/keys-foot.tsx';
import { Place } from '../../_parts/place.tsx';
import { LanguageCell } from './_parts/language-cell.tsx';

const isMissing = ({ state, draft }: Cell) => state === 'missing' && draft === null;
const isBegun = ({ state, draft }: Cell) => state === 'missing' && draft !== null;

/** Every text in every language: what follows its source, what is behind it, what is not there. */
export default async function TranslationsPage() {
  const request = await teamRequest();
  const { ctx, locale, t } = request;
  const { locales, texts } = await listTranslations(ctx, { locale });
  const cells = texts.flatMap((text) => text.cells);
  const older = cells.filter(({ state }) => state === 'older').length;
  const [missing = 0, begun = 0] = [isMissing, isBegun].map((is) => cells.filter(is).length);
  const isBehind = older + missing + begun > 0;
  const title = texts.length === 0 ? t('translations.title.none') : t(`translations.title.${isBehind ? 'behind' : 'fine'}`, { older, missing, begun });
  return (
    <>
      <Place section="translations" />
      <main className="wrap" id="main" tabIndex={-1}>
        <section className={`verdict ${isBehind ? 'rec' : 'ok'}`} aria-labelledby="verdict">
          <h1 id="verdict">{title}</h1>
          <p className="meta">{t('translations.intro')}</p>
        </section>
        {texts.length > 0 && (
          <table className="t" aria-labelledby="verdict">
            <thead>
              <tr>
                <th scope="col">{t('studio.column.text')}</th>
                {locales.map((offered) => (
                  <th key={offered} scope="col">
                    {t(`word.language.${offered}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {texts.map((text) => (
                <tr key={`${text.postId}/${text.update}`}>
                  <th scope="row">
                    <a href={teamPaths.historyOf(String(text.postId))}>
                      <bdi>{text.title ?? text.update ?? text.slug}</bdi>
                    </a>
                    <small>
                      <bdi>{text.update === null ? text.slug : `${text.slug} › ${text.update}`}</bdi>
                    </small>
                  </th>
                  {text.cells.map((cell) => (
                    <td key={cell.locale} data-l={t(`word.language.${cell.locale}`)}>
                      <LanguageCell text={text} cell={cell} i18n={request} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </main>
      <KeysFoot t={t} keys={['rows', 'open', 'go']} />
    </>
  );
}
