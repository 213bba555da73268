import type { Site } from '#model/site.ts';
import { DEFAULT_LOCALE, type Locale, paths } from '#paths';
import { directionOf } from '#ui/languages.ts';
import { Page } from '#ui/page/page.tsx';
import { translator } from '#ui/translator.ts';
import type { SiteOptions } from './site-options.ts';
import { toHtml } from './to-html.ts';

/** The refusals that have a sentence of their own. */
const NAMED = [403, 404, 405, 413, 503];

/** A whole document for a request that is refused before any page is asked. `site` is null until there is an edition. */
export function refusalPage(status: number, options: Pick<SiteOptions, 'stylesheet'>, site: Site | null, asked: Locale): string {
  const locale = site?.locales.includes(asked) === false ? DEFAULT_LOCALE : asked;
  const t = translator(locale);
  const kind = NAMED.includes(status) ? String(status) : 'other';
  const title = t(`refusal.${kind}.title`);
  const { css } = options.stylesheet;
  const head = <meta name="robots" content="noindex" />;
  const body = (
    <div className="page">
      <h1>{title}</h1>
      <p className="lede">{t(`refusal.${kind}.text`)}</p>
      {site && (
        <p className="actions mt-8">
          <a className="btn q" href={paths.home(locale)}>
            {t('notFound.home')}
          </a>
        </p>
      )}
    </div>
  );
  if (site)
    return toHtml(
      <Page frame={{ site, locale, t, css, path: paths.home(locale) }} title={title} head={head}>
        {body}
      </Page>,
    );
  return toHtml(
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <meta charSet="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own stylesheet */}
        <style dangerouslySetInnerHTML={{ __html: css }} />
        {head}
      </head>
      <body>
        <main className="wrap">{body}</main>
      </body>
    </html>,
  );
}
