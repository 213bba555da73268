import type { Content } from './content.ts';
import { type Places, deadLinks } from './dead-links.ts';
import type { Finding } from '#compiler/text/finding.ts';
import { lineIndex } from '#compiler/text/line-index.ts';
import type { Renderer } from '#compiler/render/renderer.ts';

/** Passes the pages of `site.yaml` through the guard of posts: links and headings are judged as anywhere else that people read. */
export async function checkPages({ site, siteFile }: Content, renderer: Renderer, places: Places | null): Promise<Finding[]> {
  const found = await Promise.all(
    (siteFile?.pages ?? []).map(async ({ locale, body, placeIn }) => {
      const { findings, links } = await renderer.checkPage({ body, locale, site });
      const { offsetOf } = lineIndex(body);
      // Headings of a page have no ids.
      return [...findings, ...deadLinks(links, new Set(), places)].map((finding): Finding => ({ ...finding, ...placeIn(offsetOf(finding)) }));
    }),
  );
  return found.flat();
}
