import { readBeginnings } from '#domain/beginnings/read-beginnings.ts';
import { LANGUAGES } from '#locales/registry.ts';
import { paths, teamPaths } from '#paths';
import { keptFormOf, teamRequest } from '../../../../_http/team/team-page.ts';
import { BeginRefused } from '../../../_parts/begin-refused.tsx';
import { KeysFoot } from '../../../_parts/keys/keys-foot.tsx';
import { Place } from '../../../_parts/place.tsx';
import { NamedFields } from '../_parts/named-fields.tsx';

interface NewNoteProps {
  searchParams: Promise<{ form?: string | string[] }>;
}

/** A note begins: what it is about, and in which languages. */
export default async function NewNotePage({ searchParams }: NewNoteProps) {
  const request = await teamRequest();
  const { ctx, locale, site, t } = request;
  const { locales } = await readBeginnings(ctx, {});
  const kept = await keptFormOf(request, await searchParams);
  const typed = kept && new URLSearchParams(kept.body);
  const ticked = typed?.getAll('locales') ?? locales;
  return (
    <>
      <Place section="notes" here={t('begin.note.link')} />
      <main className="wrap" id="main" tabIndex={-1}>
        {kept && <BeginRefused t={t} kept={kept} />}
        <section className="verdict" aria-labelledby="verdict">
          <h1 id="verdict">{t('begin.note.title')}</h1>
        </section>
        <form className="fields" method="post" action={teamPaths.startNote()}>
          <input type="hidden" name="locale" value={locale} />
          <NamedFields
            title={{
              value: typed?.get('title') ?? '',
              label: t('begin.note.about'),
              help: t('begin.note.aboutHelp', { language: t(`word.language.${locale}`) }),
            }}
            slug={{ value: typed?.get('slug') ?? '', label: t('begin.slug.label'), help: t('begin.slug.help') }}
            before={site.host + paths.note('en', '')}
            direction={LANGUAGES[locale].direction}
            locale={locale}
          />
          <fieldset className="field">
            <legend>{t('begin.note.languages')}</legend>
            {locales.map((one) => (
              <label className="pick" key={one}>
                <input type="checkbox" name="locales" value={one} defaultChecked={ticked.includes(one)} /> <span>{t(`word.language.${one}`)}</span>
              </label>
            ))}
          </fieldset>
          <p className="actions">
            <button className="btn" type="submit">
              {t('begin.note.send')}
            </button>
          </p>
        </form>
      </main>
      <KeysFoot t={t} keys={['go']} />
    </>
  );
}
