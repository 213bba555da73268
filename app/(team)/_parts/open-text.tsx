import type { ReactNode } from 'react';
import { type Locale, teamPaths } from '#paths';

interface OpenTextProps {
  place: { kind: 'advisory' | 'note' | 'update'; slug: string; update: string | null };
  locale: Locale;
  title?: string;
  children: ReactNode;
}

/** Opens a text for writing in one language: a button that looks like the link that it cannot be, since it may begin a draft. */
export function OpenText({ place: { kind, slug, update }, locale, title, children }: OpenTextProps) {
  return (
    <form className="open" method="post" action={teamPaths.startDraft()}>
      <input type="hidden" name="kind" value={kind === 'note' ? 'note' : 'advisory'} />
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="update" value={update ?? ''} />
      <input type="hidden" name="locale" value={locale} />
      <button className="link" type="submit" title={title}>
        {children}
      </button>
    </form>
  );
}
