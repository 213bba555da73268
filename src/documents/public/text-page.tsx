import { paths } from '#paths';
import { markdown } from '#documents/shell/markdown.ts';
import { Html } from '#documents/post/post-body.tsx';
import { publicPage } from '#documents/post/public-page.tsx';
import { sentenceIn } from '#ui/sentence-in.ts';
import type { View } from '#documents/post/view.ts';

export type TextPageName = keyof View['site']['pages'];

/** A page of a few paragraphs out of `site.yaml`. */
export function textPageDocument({ view, name }: { view: View; name: TextPageName }) {
  const { locale, site, t } = view;
  const page = site.pages[name];
  const title = sentenceIn(page.title, locale);
  return publicPage({
    view,
    path: paths[name](locale),
    title,
    description: t('page.about', { title, brand: site.brand }),
    children: (
      <article className="page prose">
        <h1>{title}</h1>
        <Html html={markdown(sentenceIn(page.body, locale))} />
        {name === 'help' && (
          <p className="actions mt-8">
            <a className="btn" href={paths.signIn(locale)}>
              {t('help.signIn')}
            </a>
          </p>
        )}
      </article>
    ),
  });
}
