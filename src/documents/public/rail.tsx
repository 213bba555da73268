import type { PublishedPost } from '#model/edition.ts';
import { paths } from '#paths';
import { Time } from '#ui/time.tsx';
import { textIn } from '#documents/post/text-in.ts';
import { inLanguage } from '#documents/post/untranslated.tsx';
import type { View } from '#documents/post/view.ts';

/** Beside an advisory: when the next word comes, and every word so far, newest first. */
export function Rail({ post, view }: { post: PublishedPost; view: View }) {
  const { locale, t } = view;
  return (
    <aside className="rail" id="updates" aria-labelledby="updates-heading">
      {post.facts?.nextUpdateBy && (
        <p className="next">
          <span className="meta">{t('post.nextUpdateBy')}</span>
          <br />
          <Time at={post.facts.nextUpdateBy} locale={locale} />
        </p>
      )}
      <h2 id="updates-heading">{t('post.updates')}</h2>
      <Timeline post={post} view={view} />
      <p>
        {post.facts && post.facts.corrections.length > 0 && (
          <>
            <a href="#corrections">{t('post.corrections')}</a> ·{' '}
          </>
        )}
        <a href="#press">{t('post.forPress')}</a> · <a href={paths.atom(locale)}>Atom</a>
      </p>
    </aside>
  );
}

export function Timeline({ post, view, current }: { post: PublishedPost; view: View; current?: string }) {
  const { locale } = view;
  return (
    <ol className={post.status === 'resolved' ? 'tl closed' : 'tl'}>
      {post.updates.map((update) => {
        const found = textIn(update.texts, locale);
        if (!found) return null;
        return (
          <li key={update.slug}>
            <Time at={update.at} locale={locale} style="short" />
            <p {...inLanguage(view, found)}>
              {update.slug === current ? <b>{found.text.title}</b> : <a href={paths.update(locale, post.slug, update.slug)}>{found.text.title}</a>}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
