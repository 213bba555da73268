import type { OpenDraft } from '#domain/studio/open-drafts.ts';
import { teamPaths } from '#paths';
import type { I18n } from '#ui/i18n.ts';
import { Time } from '#ui/time.tsx';
import { textName } from '../../_parts/text-name.ts';

/** What is being written. */
export function DraftTable({ drafts, i18n: { t, locale } }: { drafts: OpenDraft[]; i18n: I18n }) {
  return (
    <section>
      <h2 id="drafts">{t('studio.drafts.title')}</h2>
      {drafts.length === 0 ? (
        <p className="meta">{t('studio.drafts.none')}</p>
      ) : (
        <table className="t" aria-labelledby="drafts">
          <thead>
            <tr>
              <th scope="col">{t('studio.column.text')}</th>
              <th scope="col" className="n">
                {t('studio.column.saved')}
              </th>
            </tr>
          </thead>
          <tbody>
            {drafts.map((draft) => (
              <tr key={draft.id}>
                <th scope="row">
                  <a href={teamPaths.draft(String(draft.id))}>{textName(draft.path, t).called}</a>
                  <small>
                    <bdi>{textName(draft.path, t).of}</bdi>
                  </small>
                </th>
                <td className="n" data-l={t('studio.column.saved')}>
                  <Time at={draft.savedAt} locale={locale} style="short" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
