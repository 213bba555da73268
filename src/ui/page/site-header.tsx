import { paths } from '#paths';
import type { Frame } from './frame.ts';

interface SiteHeaderProps {
  frame: Frame;
  current?: PageSection | undefined;
  signedIn: boolean;
}

/** The part of the site that a page belongs to. */
export type PageSection = 'advisories' | 'blog' | 'genuine' | 'account';

export function SiteHeader({ frame: { site, locale, t }, current, signedIn }: SiteHeaderProps) {
  const here = (section: PageSection) => (section === current ? { 'aria-current': 'page' as const } : {});
  return (
    <header className="site">
      <div className="wrap">
        <a className="brand" href={paths.home(locale)}>
          <bdi>{site.brand}</bdi> <span>{t('page.security')}</span>
        </a>
        <nav aria-label={t('page.nav')}>
          <a href={paths.advisories(locale)} {...here('advisories')}>
            {t('page.advisories')}
          </a>
          <a href={paths.blog(locale)} {...here('blog')}>
            {t('page.blog')}
          </a>
          <a href={paths.genuine(locale)} {...here('genuine')}>
            {t('page.genuine')}
          </a>
        </nav>
        {signedIn ? (
          <form className="own" method="post" action={paths.signOut(locale)}>
            <button className="link" type="submit">
              {t('page.signOut')}
            </button>
          </form>
        ) : (
          <a className="own" href={paths.account(locale)} {...here('account')}>
            {t('page.checkAccount')}
          </a>
        )}
      </div>
    </header>
  );
}
