import { LANGUAGES } from '#locales/registry.ts';
import type { OpenDraft } from '#domain/studio/open-drafts.ts';
import { teamPaths } from '#paths';
import type { I18n } from '#ui/i18n.ts';
import { Time } from '#ui/time.tsx';

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
              <th scope="col">{t('studio.column.language')}</th>
              <th scope="col" className="n">
                {t('studio.column.saved')}
              </th>
            </tr>
          </thead>
          <tbody>
            {drafts.map((draft) => (
              <tr key={draft.id}>
                <th scope="row">
                  <a href={teamPaths.draft(String(draft.id))}>
                    <bdi>{draft.path}</bdi>
                  </a>
                </th>
                <td data-l={t('studio.column.language')}>{LANGUAGES[draft.locale].name}</td>
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
