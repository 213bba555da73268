import { FACTS_FIELDS } from '#compiler/facts-form/field-tree.ts';
import { type FactsDraftView, readFactsDraft } from '#domain/facts-drafts/read-facts-draft.ts';
import type { KeptForm } from '#domain/kept-forms/kept-form.ts';
import { LANGUAGES } from '#locales/registry.ts';
import { saveFactsSourceForm } from '#model/team/facts.ts';
import { teamPaths } from '#paths';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Time } from '#ui/time.tsx';
import { found, keptFormOf, teamRequest, type TeamRequest } from '../../../../_http/team/team-page.ts';
import { KeysFoot } from '../../../_parts/keys/keys-foot.tsx';
import { Place } from '../../../_parts/place.tsx';
import { Refused } from '../../../_parts/refused.tsx';
import { editorWords } from '../../drafts/[id]/_editor/words.ts';
import { FactsDesk } from './_form/facts-desk.tsx';
import { FactsFieldset } from './_form/facts-field.tsx';
import { gapsInWords } from './_form/gaps-in-words.ts';
import { NotPlaced } from './_form/not-placed.tsx';
import { FACTS_SECTIONS, fieldsOf, formText } from './_form/sections.ts';
import { SourceDesk } from './_form/source-desk.tsx';

interface FactsPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ as?: string | string[]; form?: string | string[] }>;
}

/** The facts of an incident, as a form or as their YAML: what is still open stands first. */
export default async function FactsPage({ params, searchParams }: FactsPageProps) {
  const request = await teamRequest();
  const { ctx, t } = request;
  const view = await found(readFactsDraft(ctx, { incident: Number((await params).id) }));
  const query = await searchParams;
  const kept = await keptFormOf(request, query);
  const asSource = view.form === null || (kept ? kept.form === saveFactsSourceForm.name : query.as === 'source');
  const own = teamPaths.facts(String(view.incident));
  const moved = kept?.reason === 'draft_moved';
  return (
    <>
      <Place section="incidents" here={t.rich('facts.here', { slug: <bdi key="slug">{view.slug}</bdi> })}>
        {view.form !== null && (asSource ? <a href={own}>{t('facts.asForm')}</a> : <a href={`${own}?as=source`}>{t('facts.asSource')}</a>)}
      </Place>
      <main className="wrap" id="main" tabIndex={-1}>
        {kept && <Refused t={t} kept={kept} sentence={moved ? t('facts.moved') : null} />}
        {view.other !== null && !kept && <ErrorSummary title={t('facts.other.title')} errors={[{ field: 'other', message: t('facts.other.text') }]} />}
        {asSource ? <AsSource view={view} kept={kept} request={request} /> : <AsForm view={view} kept={kept} request={request} />}
        {view.other !== null && (
          <details id="other">
            <summary>{t('facts.other.show')}</summary>
            <pre className="source" dir="ltr">
              {view.other}
            </pre>
          </details>
        )}
      </main>
      <KeysFoot t={t} keys={['go']} />
    </>
  );
}

interface AsProps {
  view: FactsDraftView;
  kept: KeptForm | null;
  request: TeamRequest;
}

function AsForm({ view, kept, request }: AsProps) {
  const { t, locale } = request;
  const { incident, version, base, savedAt, form, gaps, locales } = view;
  const { entries, value } = form ?? { entries: [], value: null };
  const typed = kept ? new Map(new URLSearchParams(kept.body)) : null;
  const sheet = { entries: new Map(entries.map((entry) => [entry.name, entry])), value, typed, locales, i18n: request };
  return (
    <FactsDesk
      incident={incident}
      saved={{ version, text: formText(entries), at: savedAt ?? '' }}
      base={base}
      gaps={gapsInWords(gaps, t)}
      held={kept !== null || view.other !== null}
      formatTag={LANGUAGES[locale].formatTag}
      words={editorWords(t)}
      save={kept || view.other !== null ? t('studio.draft.saveMine') : t('studio.draft.save')}
      savedAt={savedAt === null ? null : t.rich('studio.draft.saved', { at: <Time key="at" at={savedAt} locale={locale} /> })}
    >
      {typed && <NotPlaced typed={typed} sheet={sheet} />}
      {FACTS_SECTIONS.map((section) => (
        <section key={section} className="facts-section" aria-labelledby={`s-${section}`}>
          <h2 id={`s-${section}`}>{t(`facts.section.${section}`)}</h2>
          {fieldsOf(section).map((name) => {
            const field = FACTS_FIELDS.fields.find((named) => named.name === name)?.field;
            return field && <FactsFieldset key={name} field={field} path={[name]} sheet={sheet} />;
          })}
        </section>
      ))}
    </FactsDesk>
  );
}

function AsSource({ view, kept, request }: AsProps) {
  const { t, locale } = request;
  const { incident, version, base, savedAt, source, gaps } = view;
  const own = kept ? (new URLSearchParams(kept.body).get('source')?.replaceAll('\r\n', '\n') ?? null) : null;
  const held = kept !== null || view.other !== null;
  return (
    <SourceDesk
      incident={incident}
      saved={{ version, text: source, at: savedAt ?? '' }}
      base={base}
      gaps={gapsInWords(gaps, t)}
      held={held}
      label={t('facts.source')}
      formatTag={LANGUAGES[locale].formatTag}
      words={editorWords(t)}
    >
      {own !== null && own !== source && (
        <section aria-labelledby="theirs">
          <h2 id="theirs">{t('studio.draft.theirs')}</h2>
          <pre className="source" dir="ltr">
            {source}
          </pre>
        </section>
      )}
      <form method="post" action={teamPaths.saveFactsSource(String(incident))}>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="base" value={base} />
        <label htmlFor="source">{own === null ? t('facts.source') : t('studio.draft.yours')}</label>
        <textarea id="source" name="source" className="source" dir="ltr" rows={36} spellCheck={false} defaultValue={own ?? source} />
        <p className="actions">
          <button className="btn" type="submit">
            {held ? t('studio.draft.saveMine') : t('studio.draft.save')}
          </button>
          {savedAt !== null && <span className="meta">{t.rich('studio.draft.saved', { at: <Time key="at" at={savedAt} locale={locale} /> })}</span>}
        </p>
      </form>
    </SourceDesk>
  );
}
