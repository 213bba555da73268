import { readBeginnings } from '#domain/beginnings/read-beginnings.ts';
import { UPDATE_TEMPLATES } from '#model/team/templates.ts';
import { paths, teamPaths } from '#paths';
import { keptFormOf, teamRequest } from '../../../../_http/team/team-page.ts';
import { BeginRefused } from '../../../_parts/begin-refused.tsx';
import { KeysFoot } from '../../../_parts/keys/keys-foot.tsx';
import { Place } from '../../../_parts/place.tsx';
import { NamedFields } from '../_parts/named-fields.tsx';
import { LANGUAGES } from '#locales/registry.ts';

interface NewUpdateProps {
  searchParams: Promise<{ of?: string | string[]; form?: string | string[] }>;
}

/** An update begins: of which advisory, and what status it gives the incident. */
export default async function NewUpdatePage({ searchParams }: NewUpdateProps) {
  const request = await teamRequest();
  const { ctx, locale, site, t } = request;
  const { advisories } = await readBeginnings(ctx, {});
  const query = await searchParams;
  const kept = await keptFormOf(request, query);
  const typed = kept && new URLSearchParams(kept.body);
  const chosen = typed?.get('post') ?? String(query.of ?? '');
  const status = typed?.get('status') ?? UPDATE_TEMPLATES[0];
  return (
    <>
      <Place section="incidents" here={t('begin.update.link')} />
      <main className="wrap" id="main" tabIndex={-1}>
        {kept && <BeginRefused t={t} kept={kept} />}
        <section className="verdict" aria-labelledby="verdict">
          <h1 id="verdict">{advisories.length === 0 ? t('begin.update.none') : t('begin.update.title')}</h1>
          {advisories.length === 0 && (
            <p>
              <a href={teamPaths.newIncident()}>{t('begin.incident.link')}</a>
            </p>
          )}
        </section>
        {advisories.length > 0 && (
          <form className="fields" method="post" action={teamPaths.startUpdate()}>
            <input type="hidden" name="locale" value={locale} />
            <div className="field">
              <label htmlFor="post">{t('begin.update.of')}</label>
              <select id="post" name="post" defaultValue={chosen}>
                {advisories.map(({ post, title }) => (
                  <option key={post} value={post}>
                    {title}
                  </option>
                ))}
              </select>
            </div>
            <fieldset className="field">
              <legend>{t('begin.update.status')}</legend>
              {UPDATE_TEMPLATES.map((one) => (
                <label className="pick" key={one}>
                  <input type="radio" name="status" value={one} defaultChecked={one === status} />{' '}
                  <span>
                    {t(`status.${one}`)} <small className="meta">{t(`begin.update.when.${one}`)}</small>
                  </span>
                </label>
              ))}
            </fieldset>
            <NamedFields
              title={null}
              slug={{ value: typed?.get('slug') ?? '', label: t('begin.slug.label'), help: t('begin.slug.helpUpdate') }}
              before={`${site.host}${paths.advisories('en')}/…/updates/`}
              direction={LANGUAGES[locale].direction}
              locale={locale}
            />
            <p className="actions">
              <button className="btn" type="submit">
                {t('begin.update.send')}
              </button>
              <span className="meta">{t('begin.update.makes')}</span>
            </p>
          </form>
        )}
      </main>
      <KeysFoot t={t} keys={['go']} />
    </>
  );
}
