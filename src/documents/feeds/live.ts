import type { Edition, PublicDocument, PublishedPost } from '#model/edition.ts';
import { type Locale, paths } from '#paths';

/** What tells one state of an advisory from the next: its newest update, and when that was. */
export function newestOf(post: PublishedPost): { update: string; at: string } {
  const [newest] = post.updates;
  return { update: newest?.slug ?? '', at: newest?.at ?? post.publishedAt };
}

interface Live {
  locale: Locale;
  /** The edition's number. */
  edition: number;
  advisories: ({ slug: string; lateSince: string | null } & ReturnType<typeof newestOf>)[];
}

export function liveOf({ number, posts }: Edition, locale: Locale): Live {
  const advisories = posts.filter((post) => post.kind === 'advisory').map((post) => ({ slug: post.slug, lateSince: post.lateSince, ...newestOf(post) }));
  return { locale, edition: number, advisories };
}

/** For the small script: the newest update of each advisory, and which promised one is late. */
export function liveDocument({ locale, edition, advisories }: Live): PublicDocument {
  const entries = advisories.map(({ slug, lateSince, ...newest }) => {
    const url = newest.update ? paths.update(locale, slug, newest.update) : paths.advisory(locale, slug);
    return [slug, { ...newest, url, ...(lateSince !== null && { lateSince }) }];
  });
  return {
    path: paths.live(locale),
    status: 200,
    contentType: 'application/json; charset=utf-8',
    body: JSON.stringify({ edition, advisories: Object.fromEntries(entries) }),
  };
}
