import { readNotes } from '#domain/studio/read-notes.ts';
import { teamRequest } from '../../../_http/team/team-page.ts';
import { KeysFoot } from '../../_parts/keys/keys-foot.tsx';
import { Place } from '../../_parts/place.tsx';
import { TextTable } from '../_texts/text-table.tsx';

/** Every note, with its languages. */
export default async function NotesPage() {
  const request = await teamRequest();
  const { ctx, site, t } = request;
  const notes = await readNotes(ctx, {});
  const live = notes.filter(({ languages }) => languages.some(({ isLive }) => isLive)).length;
  return (
    <>
      <Place section="notes" />
      <main className="wrap" id="main" tabIndex={-1}>
        <section className="verdict" aria-labelledby="verdict">
          <h1 id="verdict">{t('notes.title', { n: live })}</h1>
          {notes.length === 0 && <p className="meta">{t('notes.none')}</p>}
        </section>
        {notes.length > 0 && <TextTable texts={notes} locales={site.locales} name="verdict" i18n={request} />}
      </main>
      <KeysFoot t={t} keys={['rows', 'open', 'go']} />
    </>
  );
}
