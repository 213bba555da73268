import type { Context } from '../context.ts';

/** Words that nobody should make a password of: the brand's and the person's own. */
export async function ownWords(ctx: Context, email: string): Promise<string[]> {
  const edition = await ctx.db.edition.findFirst({ orderBy: { number: 'desc' }, select: { site: true } });
  const site = (edition?.site ?? {}) as { brand?: string; legalName?: string; host?: string };
  return [site.brand, site.legalName, site.host, ctx.config.url.hostname, email].filter((text) => text !== undefined);
}
