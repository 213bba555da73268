import type { PublishView } from '#domain/publishing/make-edition.ts';

/** What somebody reads who published alone. */
const ALONE = 'Its reason stands in the log of corrections, and in the studio until a second person has approved it.';

/** What a publication was, in a sentence; `origin` is where it can be read. */
export function publishedLine({ edition, published, site, alone }: PublishView & { alone?: true }, origin: string): string {
  const news = [...(published > 0 ? [published === 1 ? '1 text' : `${published} texts`] : []), ...(site ? ['the site'] : [])];
  if (news.length === 0) return `Nothing new to publish; edition ${edition} stays.`;
  return [`Published as edition ${edition} (${news.join(' and ')}): ${origin}`, ...(alone ? [ALONE] : [])].join('\n');
}
