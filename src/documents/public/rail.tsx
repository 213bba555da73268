import type { PublishedPost } from '#model/edition.ts';
import { paths } from '#paths';
import { Time } from '#ui/time.tsx';
import type { View } from '#documents/post/view.ts';
import { Timeline, timelineOf } from './timeline.tsx';
import { FRAME_IDS } from '#ui/page/frame-ids.ts';

/** Beside an advisory: when the next word comes, and every word so far, newest first. */
export function Rail({ post, view }: { post: PublishedPost; view: View }) {
  const { locale, t } = view;
  return (
    <aside className="rail" id={FRAME_IDS.updates} aria-labelledby={FRAME_IDS.updatesHeading}>
      {post.facts?.nextUpdateBy && (
        <p className="next">
          <span className="meta">{t('post.nextUpdateBy')}</span>
          <br />
          <Time at={post.facts.nextUpdateBy} locale={locale} />
        </p>
      )}
      <h2 id={FRAME_IDS.updatesHeading}>{t('post.updates')}</h2>
      <Timeline timeline={timelineOf(post, locale)} view={view} />
      <p>
        {post.facts && (post.facts.corrections.length > 0 || Object.values(post.texts).some(({ corrected }) => corrected.length > 0)) && (
          <>
            <a href={`#${FRAME_IDS.corrections}`}>{t('post.corrections')}</a> ·{' '}
          </>
        )}
        <a href={`#${FRAME_IDS.press}`}>{t('post.forPress')}</a> · <a href={paths.atom(locale)}>Atom</a>
      </p>
    </aside>
  );
}
