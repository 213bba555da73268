import type { PublishedPost, PublishedUpdate } from '#model/edition.ts';
import { paths } from '#paths';
import { Time } from '#ui/time.tsx';
import { IncidentStatus } from '#documents/post/incident-status.tsx';
import { LanguagesLine } from '#documents/post/languages-line.tsx';
import { Html, Section } from '#documents/post/post-body.tsx';
import { publicPage } from '#documents/post/public-page.tsx';
import { Timeline } from './rail.tsx';
import { type Found, languagesOf, textIn } from '#documents/post/text-in.ts';
import { inLanguage, Untranslated } from '#documents/post/untranslated.tsx';
import type { View } from '#documents/post/view.ts';

/** One update, at its permanent address. */
export function updateDocument(view: View, post: PublishedPost, update: PublishedUpdate) {
  const { locale, t, site } = view;
  const found = textIn(update.texts, locale) as Found;
  const path = paths.update(locale, post.slug, update.slug);
  const languages = languagesOf(update.texts, site.locales);
  const { text } = found;
  const newest = post.updates[0] === update;
  return publicPage({
    view,
    path,
    current: 'advisories',
    title: text.title,
    description: text.summary,
    languages,
    article: { publishedAt: new Date(update.at).toISOString(), changedAt: text.changedAt },
    children: (
      <div className="sheet page">
        <article className="prose">
          <p className="stamp">
            <IncidentStatus status={update.status} t={t} pill />
            <span>
              <Time at={update.at} locale={locale} />
            </span>
          </p>
          <h1 {...inLanguage(view, found)}>{text.title}</h1>
          <p className="meta">
            {t.rich('update.of', { advisory: <Advisory post={post} view={view} /> })}
            <LanguagesLine path={path} shown={found.language} languages={languages} />
          </p>
          {!newest && (
            <p className="note">
              {t.rich('update.older', { a: (words) => <a href={paths.update(locale, post.slug, post.updates[0]?.slug ?? '')}>{words}</a> })}
            </p>
          )}
          <Untranslated view={view} found={found} />
          <div {...inLanguage(view, found)}>
            <p className="lede">{text.summary}</p>
            <Html html={text.rendered.lead} />
            {text.rendered.sections.map((section) => (
              <Section key={section.id} section={section} />
            ))}
          </div>
          <p className="actions mt-8">
            <a className="btn q" href={paths.advisory(locale, post.slug)}>
              {t('update.whole')}
            </a>
          </p>
        </article>
        <aside className="rail" aria-labelledby="updates-heading">
          <h2 id="updates-heading">{t('post.updates')}</h2>
          <Timeline post={post} view={view} current={update.slug} />
        </aside>
      </div>
    ),
  });
}

function Advisory({ post, view }: { post: PublishedPost; view: View }) {
  const found = textIn(post.texts, view.locale);
  return (
    <a href={paths.advisory(view.locale, post.slug)} {...(found && inLanguage(view, found))}>
      {found?.text.title ?? post.slug}
    </a>
  );
}
