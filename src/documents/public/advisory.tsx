import type { PublishedPost } from '#model/edition.ts';
import { type Locale, paths } from '#paths';
import { Time } from '#ui/time.tsx';
import { Corrections } from './corrections.tsx';
import { LateLine } from './late-line.tsx';
import { ForPress } from './for-press.tsx';
import { IncidentStatus } from '#documents/post/incident-status.tsx';
import { LanguagesLine } from '#documents/post/languages-line.tsx';
import { NewsLine } from './news-line.tsx';
import { Html, Section } from '#documents/post/post-body.tsx';
import { publicPage } from '#documents/post/public-page.tsx';
import { Rail } from './rail.tsx';
import { type Found, languagesOf, textIn } from '#documents/post/text-in.ts';
import { sentenceIn } from '#ui/sentence-in.ts';
import { inLanguage, Untranslated } from '#documents/post/untranslated.tsx';
import type { View } from '#documents/post/view.ts';
import { FRAME_IDS } from '#ui/page/frame-ids.ts';

/** An advisory: where it stands, what to do, what we know, and every update beside it. */
export function advisoryDocument({ view, post }: { view: View; post: PublishedPost }) {
  const { locale, site } = view;
  const found = textIn(post.texts, locale) as Found;
  const path = paths.advisory(locale, post.slug);
  const { lead, sections } = found.text.rendered;
  const toDo = sections.find(({ key }) => key === 'can_do');
  const placed = sections.some(({ html }) => html.includes('class="statement"'));
  return publicPage({
    view,
    path,
    current: 'advisories',
    title: found.text.title,
    description: found.text.summary,
    languages: languagesOf(post.texts, site.locales),
    article: { publishedAt: found.text.publishedAt, changedAt: post.changedAt },
    live: post.status !== 'resolved',
    children: (
      <>
        <NewsLine post={post} view={view} />
        <div className="sheet">
          <article className="prose">
            <Opening post={post} found={found} path={path} view={view} />
            <div {...inLanguage(view, found)}>
              <p className="lede">{found.text.summary}</p>
              {toDo && <Section className="todo-first" section={toDo} />}
              <Html className="mt-10" html={lead} />
              {sections
                .filter((section) => section !== toDo)
                .map((section) => (
                  <Section key={section.id} section={section} />
                ))}
            </div>
            <Corrections corrected={correctedOf(post, found.language)} facts={post.facts} alone={post.alone} view={view} />
            <ForPress post={post} view={view} placed={placed} />
          </article>
          <Rail post={post} view={view} />
        </div>
      </>
    ),
  });
}

/** Of the advisory and its updates, in one language; the oldest first. */
function correctedOf({ texts, updates }: PublishedPost, language: Locale) {
  const shown = [texts, ...updates.map((update) => update.texts)].flatMap((some) => some[language]?.corrected ?? []);
  return shown.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function Opening({ post, found, path, view }: { post: PublishedPost; found: Found; path: string; view: View }) {
  const { locale, t, site } = view;
  const { facts, updates } = post;
  return (
    <>
      <p className="stamp">
        <IncidentStatus status={post.status} t={t} pill />
        <span>{t.rich('post.published', { at: <Time at={found.text.publishedAt} locale={locale} /> })}</span>
        {post.changedAt !== found.text.publishedAt && <span>{t.rich('post.changed', { at: <Time at={post.changedAt} locale={locale} /> })}</span>}
      </p>
      <h1 {...inLanguage(view, found)}>{found.text.title}</h1>
      <p className="meta">
        {facts && (
          <>
            {t('post.from', { role: sentenceIn(facts.signedBy.role, locale) })} · {t.rich('post.notice', { id: <bdi className="num">{facts.noticeId}</bdi> })}
          </>
        )}
        <LanguagesLine path={path} shown={found.language} languages={languagesOf(post.texts, site.locales)} />
      </p>
      {updates.length > 0 && (
        <p className="meta jump">
          <a href={`#${FRAME_IDS.updates}`}>{t('post.countUpdates', { n: updates.length })}</a>
          {facts?.nextUpdateBy && <> · {t.rich('post.nextBy', { at: <Time at={facts.nextUpdateBy} locale={locale} style="short" /> })}</>}
        </p>
      )}
      <LateLine since={post.lateSince} view={view} />
      <Untranslated view={view} found={found} path={path} />
    </>
  );
}
