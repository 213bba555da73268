import { readBeginnings } from '#domain/beginnings/read-beginnings.ts';
import { LANGUAGES } from '#locales/registry.ts';
import { oneOf } from '#model/one-of.ts';
import { INCIDENT_TEMPLATES } from '#model/team/templates.ts';
import { paths, teamPaths } from '#paths';
import { keptFormOf, teamRequest } from '../../../../_http/team/team-page.ts';
import { BeginRefused } from '../../../_parts/begin-refused.tsx';
import { KeysFoot } from '../../../_parts/keys/keys-foot.tsx';
import { Place } from '../../../_parts/place.tsx';
import { NamedFields } from '../_parts/named-fields.tsx';
import { TemplateTable } from '../_parts/template-table.tsx';

interface NewIncidentProps {
  searchParams: Promise<{ template?: string | string[]; form?: string | string[] }>;
}

/** An incident begins: first what it is, then what it is called and since when it is known. */
export default async function NewIncidentPage({ searchParams }: NewIncidentProps) {
  const request = await teamRequest();
  const { ctx, locale, site, t } = request;
  const { now, locales } = await readBeginnings(ctx, {});
  const query = await searchParams;
  const kept = await keptFormOf(request, query);
  const typed = kept && new URLSearchParams(kept.body);
  const template = oneOf(INCIDENT_TEMPLATES, typed?.get('template') ?? String(query.template ?? ''));
  if (template === null)
    return (
      <>
        <Place section="incidents" here={t('begin.incident.link')} />
        <main className="wrap" id="main" tabIndex={-1}>
          {kept && <BeginRefused t={t} kept={kept} />}
          <section className="verdict" aria-labelledby="templates">
            <h1 id="templates">{t('begin.incident.choose')}</h1>
            <p className="meta">{t('begin.incident.chooseHelp', { n: locales.length })}</p>
          </section>
          <TemplateTable t={t} />
        </main>
        <KeysFoot t={t} keys={['go']} />
      </>
    );
  const { direction, templates } = LANGUAGES[locale];
  const title = typed?.get('title') ?? (template === 'holding' ? templates.holding.title : '');
  return (
    <>
      <Place section="incidents" here={t(`begin.template.${template}.name`)}>
        <a href={teamPaths.newIncident()}>{t('begin.incident.other')}</a>
      </Place>
      <main className="wrap" id="main" tabIndex={-1}>
        {kept && <BeginRefused t={t} kept={kept} />}
        <section className="verdict" aria-labelledby="verdict">
          <h1 id="verdict">{t(`begin.template.${template}.title`)}</h1>
          <p className="meta">{t(`begin.template.${template}.when`)}</p>
        </section>
        <form className="fields" method="post" action={teamPaths.startIncident()}>
          <input type="hidden" name="template" value={template} />
          <input type="hidden" name="locale" value={locale} />
          <NamedFields
            title={{ value: title, label: t('begin.title.label'), help: t('begin.title.help') }}
            slug={{ value: typed?.get('slug') ?? '', label: t('begin.slug.label'), help: t('begin.slug.help') }}
            before={site.host + paths.advisory('en', '')}
            direction={direction}
            locale={locale}
          />
          <div className="field">
            <label htmlFor="detectedAt">{t('begin.detectedAt.label')}</label>
            <p className="meta" id="detectedAt-help">
              {t('begin.detectedAt.help')}
            </p>
            <input
              id="detectedAt"
              name="detectedAt"
              type="datetime-local"
              required
              defaultValue={typed?.get('detectedAt') ?? now.slice(0, 16)}
              aria-describedby="detectedAt-help"
            />
          </div>
          <p className="actions">
            <button className="btn" type="submit">
              {t('begin.incident.send')}
            </button>
            <span className="meta">{t('begin.incident.makes', { n: locales.length })}</span>
          </p>
        </form>
      </main>
      <KeysFoot t={t} keys={['go']} />
    </>
  );
}
