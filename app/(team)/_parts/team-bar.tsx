import { paths, teamPaths } from '#paths';
import { Time } from '#ui/time.tsx';
import { GoBox } from './go/go-box.tsx';
import type { TeamRequest } from '../../_http/team/team-page.ts';

/** The head of every page of the team: whose site, which tool, what time it is, and the way out. */
export function TeamBar({ request: { site, locale, t, now } }: { request: TeamRequest }) {
  return (
    <header className="bar">
      <div className="wrap">
        <a className="brand" href={paths.home(locale)}>
          <bdi>{site.brand}</bdi> <span>{t('page.security')}</span>
        </a>
        <nav aria-label={t('studio.tools')}>
          <a href={teamPaths.studio()} aria-current="page">
            {t('studio.name')}
          </a>
        </nav>
        <GoBox words={{ label: t('shortcuts.go.label'), none: t('shortcuts.go.none'), some: t('shortcuts.go.some', { n: '%n%' }) }} />
        <p className="you">
          <Time at={now.toISOString()} locale={locale} style="short" />
          <a href={paths.account(locale)}>{t('studio.account')}</a>
        </p>
        <form method="post" action={paths.signOut(locale)}>
          <button className="link" type="submit">
            {t('page.signOut')}
          </button>
        </form>
      </div>
    </header>
  );
}
