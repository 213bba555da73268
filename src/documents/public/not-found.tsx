import { paths } from '#paths';
import { publicPage } from '#documents/post/public-page.tsx';
import type { View } from '#documents/post/view.ts';

export function notFoundDocument({ view }: { view: View }) {
  const { locale, t } = view;
  return publicPage({
    view,
    path: paths.notFound(locale),
    status: 404,
    title: t('notFound.title'),
    description: t('notFound.lede'),
    children: (
      <div className="page">
        <h1>{t('notFound.title')}</h1>
        <p className="lede">{t('notFound.lede')}</p>
        <p className="actions mt-8">
          <a className="btn q" href={paths.home(locale)}>
            {t('notFound.home')}
          </a>
          <a href={paths.advisories(locale)}>{t('page.advisories')}</a>
          <a href={paths.help(locale)}>{t('home.cantSignIn')}</a>
        </p>
      </div>
    ),
  });
}
