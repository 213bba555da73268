import type { PublishedUpdate } from '#model/edition.ts';
import { paths } from '#paths';
import { Time } from '#ui/time.tsx';
import { IncidentStatus } from '#documents/post/incident-status.tsx';
import { LanguagesLine } from '#documents/post/languages-line.tsx';
import { Html, Section } from '#documents/post/post-body.tsx';
import type { ListedPost } from '#documents/post/listed-post.ts';
import { publicPage } from '#documents/post/public-page.tsx';
import { Corrections } from './corrections.tsx';
import { Timeline, type TimelineData } from './timeline.tsx';
import { type Found, languagesOf, textIn } from '#documents/post/text-in.ts';
import { inLanguage, Untranslated } from '#documents/post/untranslated.tsx';
import type { View } from '#documents/post/view.ts';
import { FRAME_IDS } from '#ui/page/frame-ids.ts';

interface UpdatePage {
  view: View;
  update: PublishedUpdate;
  /** The advisory that it belongs to, and all of its updates. */
  advisory: ListedPost;
  timeline: TimelineData;
}

/** One update, at its permanent address. */
export function updateDocument({ view, update, advisory, timeline }: UpdatePage) {
  const { locale, t, site } = view;
  const found = textIn(update.texts, locale) as Found;
  const path = paths.update(locale, advisory.slug, update.slug);
  const languages = languagesOf(update.texts, site.locales);
  const { text } = found;
  const newest = timeline.updates[0]?.slug ?? update.slug;
  return publicPage({
    view,
    path,
    current: 'advisories',
    title: text.title,
    description: text.summary,
    languages,
    article: { publishedAt: update.at, changedAt: text.changedAt },
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
            {t.rich('update.of', {
              advisory: (
                <a href={paths.advisory(locale, advisory.slug)} {...inLanguage(view, advisory)}>
                  {advisory.title}
                </a>
              ),
            })}
            <LanguagesLine path={path} shown={found.language} languages={languages} />
          </p>
          {newest !== update.slug && (
            <p className="note">{t.rich('update.older', { a: (words) => <a href={paths.update(locale, advisory.slug, newest)}>{words}</a> })}</p>
          )}
          <Untranslated view={view} found={found} path={path} />
          <div {...inLanguage(view, found)}>
            <p className="lede">{text.summary}</p>
            <Html html={text.rendered.lead} />
            {text.rendered.sections.map((section) => (
              <Section key={section.id} section={section} />
            ))}
          </div>
          <Corrections corrected={text.corrected} facts={null} alone={[]} view={view} />
          <p className="actions mt-8">
            <a className="btn q" href={paths.advisory(locale, advisory.slug)}>
              {t('update.whole')}
            </a>
          </p>
        </article>
        <aside className="rail" aria-labelledby={FRAME_IDS.updatesHeading}>
          <h2 id={FRAME_IDS.updatesHeading}>{t('post.updates')}</h2>
          <Timeline timeline={timeline} view={view} current={update.slug} />
        </aside>
      </div>
    ),
  });
}
