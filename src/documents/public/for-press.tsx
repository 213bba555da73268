import type { PublishedPost } from '#model/edition.ts';
import { Time } from '#ui/time.tsx';
import { sentenceIn } from '#ui/sentence-in.ts';
import type { View } from '#documents/post/view.ts';
import { FRAME_IDS } from '#ui/page/frame-ids.ts';

interface ForPressProps {
  post: PublishedPost;
  view: View;
  /** The author has placed the statement in the text already. */
  placed: boolean;
}

/** The statement, whole and in one piece to copy, and whom to ask. */
export function ForPress({ post, view, placed }: ForPressProps) {
  const { locale, t, site } = view;
  if (!post.facts) return null;
  return (
    <section id={FRAME_IDS.press} aria-labelledby={FRAME_IDS.pressHeading}>
      <h2 id={FRAME_IDS.pressHeading}>{t('post.forPress')}</h2>
      {!placed && (
        <figure className="statement">
          <blockquote>
            <p>{sentenceIn(post.facts.statement, locale)}</p>
          </blockquote>
          <figcaption className="meta">
            {t.rich('post.mayQuote', {
              role: sentenceIn(post.facts.signedBy.role, locale),
              brand: <bdi>{site.brand}</bdi>,
              at: <Time at={post.changedAt} locale={locale} />,
            })}
          </figcaption>
        </figure>
      )}
      <p>
        {t('post.pressContact')}{' '}
        <a href={`mailto:${site.contacts.press}`}>
          <bdi>{site.contacts.press}</bdi>
        </a>
      </p>
    </section>
  );
}
