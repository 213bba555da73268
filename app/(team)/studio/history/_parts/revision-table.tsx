import type { History } from '#domain/history/read-history.ts';
import { teamPaths } from '#paths';
import type { I18n } from '#ui/i18n.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Time } from '#ui/time.tsx';
import { People } from './event-list.tsx';

interface RevisionTableProps {
  history: History;
  text: History['texts'][number];
  /** The ids of the two that are chosen. */
  was: number | null;
  is: number | null;
  i18n: I18n;
}

/** The revisions of one text, two of which can be chosen. */
export function RevisionTable({ history, text: { update, revisions }, was, is, i18n: { t, locale } }: RevisionTableProps) {
  const id = `revisions-${update ?? ''}`;
  const label = (column: 'was' | 'is', name: string) => `${t(`history.column.${column}`)}: ${name}`;
  return (
    <>
      <h3 id={id}>{update === null ? t('history.post') : t('history.update', { slug: update })}</h3>
      <table className="t choose" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{t('history.column.revision')}</th>
            <th scope="col">{t('history.column.was')}</th>
            <th scope="col">{t('history.column.is')}</th>
            <th scope="col">{t('history.column.by')}</th>
            <th scope="col">{t('history.column.follows')}</th>
            <th scope="col" className="n">
              {t('history.column.when')}
            </th>
          </tr>
        </thead>
        <tbody>
          {revisions.map((revision) => {
            const name = t('history.revision', { language: t(`word.language.${revision.locale}`), n: revision.number });
            return (
              <tr key={revision.id}>
                <th scope="row">
                  <a href={`${teamPaths.historyOf(String(history.postId))}?read=${revision.id}#read`}>{name}</a>{' '}
                  {revision.isLive && <StatusBadge tone="ok">{t('history.live')}</StatusBadge>}
                  {revision.sameAs !== null && <small>{t('history.sameAs', { n: revision.sameAs })}</small>}
                </th>
                <td className="third" data-l={t('history.column.was')}>
                  <input type="radio" name="was" value={revision.id} defaultChecked={was === revision.id} aria-label={label('was', name)} />
                </td>
                <td className="third" data-l={t('history.column.is')}>
                  <input type="radio" name="is" value={revision.id} defaultChecked={is === revision.id} aria-label={label('is', name)} />
                </td>
                <td data-l={t('history.column.by')}>
                  <People by={revision.by} fromFolder={revision.by.length === 0} t={t} />
                </td>
                <td data-l={t('history.column.follows')}>
                  {revision.follows ? t('history.revision', { language: t(`word.language.${revision.follows.locale}`), n: revision.follows.number }) : '–'}
                </td>
                <td className="n" data-l={t('history.column.when')}>
                  <Time at={revision.at} locale={locale} style="short" />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
