import type { PublishedPost } from '#model/edition.ts';
import { type Locale, paths } from '#paths';
import { Time } from '#ui/time.tsx';
import { textIn } from '#documents/post/text-in.ts';
import { inLanguage } from '#documents/post/untranslated.tsx';
import type { View } from '#documents/post/view.ts';

/** What a timeline in one locale shows of an advisory. */
export interface TimelineData extends Pick<PublishedPost, 'slug' | 'status'> {
  /** Newest first. */
  updates: { slug: string; at: string; title: string; language: Locale }[];
}

export function timelineOf({ slug, status, updates }: PublishedPost, locale: Locale): TimelineData {
  const shown = updates.flatMap((update) => {
    const found = textIn(update.texts, locale);
    return found ? [{ slug: update.slug, at: update.at, title: found.text.title, language: found.language }] : [];
  });
  return { slug, status, updates: shown };
}

/** Every word so far on an incident; the one being read without a link. */
export function Timeline({ timeline, view, current }: { timeline: TimelineData; view: View; current?: string }) {
  const { locale } = view;
  return (
    <ol className={timeline.status === 'resolved' ? 'tl closed' : 'tl'}>
      {timeline.updates.map((update) => (
        <li key={update.slug}>
          <Time at={update.at} locale={locale} style="short" />
          <p {...inLanguage(view, update)}>
            {update.slug === current ? <b>{update.title}</b> : <a href={paths.update(locale, timeline.slug, update.slug)}>{update.title}</a>}
          </p>
        </li>
      ))}
    </ol>
  );
}
