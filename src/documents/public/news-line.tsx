import type { PublishedPost } from '#model/edition.ts';
import { paths } from '#paths';
import { newestOf } from '#documents/feeds/live.ts';
import type { View } from '#documents/post/view.ts';

/** The place where the small script says that there is a newer update. It is there from the start, so nothing moves. */
export function NewsLine({ post, view }: { post: PublishedPost; view: View }) {
  const { locale, t } = view;
  const { update, at } = newestOf(post);
  return (
    <p
      className="news"
      role="status"
      data-live={paths.live(locale)}
      data-slug={post.slug}
      data-update={update}
      data-at={at}
      data-text={t('live.newer')}
      data-link={t('live.read')}
    />
  );
}
