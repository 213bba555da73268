import { IncidentStatus } from '#documents/post/incident-status.tsx';
import { readIncidents } from '#domain/studio/read-incidents.ts';
import { teamPaths } from '#paths';
import { StatusBadge } from '#ui/status-badge.tsx';
import { teamRequest } from '../../../_http/team/team-page.ts';
import { KeysFoot } from '../../_parts/keys/keys-foot.tsx';
import { Place } from '../../_parts/place.tsx';
import { TextTable } from '../_texts/text-table.tsx';

/** Every incident: how it stands, its facts, and its texts by language. */
export default async function IncidentsPage() {
  const request = await teamRequest();
  const { ctx, site, t } = request;
  const incidents = await readIncidents(ctx, {});
  const open = incidents.filter(({ status }) => status !== null && status !== 'resolved').length;
  const begun = incidents.filter(({ status, texts }) => status === null && texts.length > 0).length;
  const counted = [t('incidents.title.open', { n: open }), ...(begun > 0 ? [t('incidents.title.begun', { n: begun })] : [])];
  const title = incidents.length === 0 ? t('incidents.title.none') : counted.join(' ');
  return (
    <>
      <Place section="incidents" />
      <main className="wrap" id="main" tabIndex={-1}>
        <section className={`verdict ${open > 0 ? 'rec' : ''}`} aria-labelledby="verdict">
          <h1 id="verdict">{title}</h1>
          {incidents.length === 0 && <p className="meta">{t('incidents.none')}</p>}
        </section>
        {incidents.map(({ id, slug, title: name, status, factsOpen, texts }) => (
          <section key={id} className="incident" aria-labelledby={`incident-${id}`}>
            <h2 id={`incident-${id}`}>
              <bdi>{name}</bdi> <small>{slug}</small>
            </h2>
            <p className="ways">
              {status === null ? <StatusBadge tone="progress">{t('incidents.notOut')}</StatusBadge> : <IncidentStatus status={status} t={t} />}
              <a href={teamPaths.facts(String(id))}>{t('incidents.facts')}</a>
              {factsOpen && <span className="meta">{t('incidents.factsOpen')}</span>}
              {texts[0] && <a href={`${teamPaths.newUpdate()}?of=${texts[0].postId}`}>{t('begin.update.link')}</a>}
            </p>
            {texts.length === 0 ? (
              <p className="meta">{t('incidents.noTexts')}</p>
            ) : (
              <TextTable texts={texts} locales={site.locales} name={`incident-${id}`} i18n={request} />
            )}
          </section>
        ))}
      </main>
      <KeysFoot t={t} keys={['new', 'go']} />
    </>
  );
}
