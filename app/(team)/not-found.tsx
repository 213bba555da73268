import { teamPaths } from '#paths';
import { teamRequest } from '../_http/team/team-page.ts';

/** What the team's pages have not. */
export default async function NotFound() {
  const { t } = await teamRequest();
  return (
    <main className="wrap" id="main" tabIndex={-1}>
      <title>{`${t('studio.notFound.title')} – ${t('studio.name')}`}</title>
      <section className="verdict">
        <h1>{t('studio.notFound.title')}</h1>
        <p>{t('studio.notFound.text')}</p>
      </section>
      <p>
        <a href={teamPaths.studio()}>{t('studio.frontPage')}</a>
      </p>
    </main>
  );
}
