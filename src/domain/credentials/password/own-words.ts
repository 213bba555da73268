import type { Context } from '#domain/core/context.ts';
import { publishedSite } from '#domain/core/published-site.ts';

/** Words that nobody should make a password of: the brand's and the person's own. */
export async function ownWords(ctx: Context, email: string): Promise<string[]> {
  const site = await publishedSite(ctx.db);
  return [...(site ? [site.brand, site.legalName, site.host] : []), ctx.config.url.hostname, email];
}
