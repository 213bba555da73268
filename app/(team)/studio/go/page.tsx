import { goTo } from '#domain/studio/go-to.ts';
import { teamPaths } from '#paths';
import { teamRequest } from '../../../_http/team/team-page.ts';
import { hitWords } from '../../_parts/go/go-words.ts';
import { KeysFoot } from '../../_parts/keys/keys-foot.tsx';
import { Place } from '../../_parts/place.tsx';

/** What the words in the head's field were found in, for who has no script or looks longer. */
export default async function GoPage({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const request = await teamRequest();
  const { ctx, locale, t } = request;
  const { q } = await searchParams;
  const asked = typeof q === 'string' ? q.slice(0, 200).trim() : '';
  const hits = await goTo(ctx, { q: asked, locale });
  return (
    <>
      <Place here={t('shortcuts.go.title')} />
      <main className="wrap" id="main" tabIndex={-1}>
        <section className={`verdict ${hits.length > 0 ? 'ok' : 'rec'}`} aria-labelledby="verdict">
          <h1 id="verdict">{asked === '' ? t('shortcuts.go.ask') : t.rich('shortcuts.go.found', { n: hits.length, q: <bdi key="q">{asked}</bdi> })}</h1>
        </section>
        <search aria-label={t('shortcuts.go.title')}>
          <form className="again" method="get" action={teamPaths.go()}>
            <label htmlFor="q">{t('shortcuts.go.label')}</label>
            <input id="q" name="q" type="text" maxLength={100} defaultValue={asked} dir="auto" />
            <button className="btn" type="submit">
              {t('shortcuts.go.send')}
            </button>
          </form>
        </search>
        {hits.length > 0 && (
          <table className="t" aria-labelledby="verdict">
            <thead>
              <tr>
                <th scope="col">{t('studio.column.text')}</th>
                <th scope="col">{t('shortcuts.go.what')}</th>
                <th scope="col" className="n">
                  {t('studio.column.act')}
                </th>
              </tr>
            </thead>
            <tbody>
              {hits.map((hit) => (
                <tr key={`${hit.kind} ${hit.path}`}>
                  <th scope="row">
                    {hit.to === null ? (
                      <bdi>{hit.title}</bdi>
                    ) : (
                      <a href={hit.to}>
                        <bdi>{hit.title}</bdi>
                      </a>
                    )}
                    <small>
                      <bdi>{hit.path}</bdi>
                    </small>
                  </th>
                  <td data-l={t('shortcuts.go.what')}>{hitWords(hit, t)}</td>
                  <td className="n">{hit.kind !== 'draft' && <Write place={hit.place} locale={hit.locale} word={t('shortcuts.go.write')} />}</td>
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

/** Opens a text for writing, as the front page does. */
function Write({ place, locale, word }: { place: { kind: string; slug: string; update: string }; locale: string; word: string }) {
  return (
    <form method="post" action={teamPaths.startDraft()}>
      {Object.entries({ ...place, locale }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className="link" type="submit">
        {word}
      </button>
    </form>
  );
}
