import type { PublishView } from '#domain/publishing/make-edition.ts';

/** What a publication was, in a sentence; `origin` is where it can be read. */
export function publishedLine({ edition, published, site }: PublishView, origin: string): string {
  const news = [...(published > 0 ? [published === 1 ? '1 text' : `${published} texts`] : []), ...(site ? ['the site'] : [])];
  return news.length === 0 ? `Nothing new to publish; edition ${edition} stays.` : `Published as edition ${edition} (${news.join(' and ')}): ${origin}`;
}
