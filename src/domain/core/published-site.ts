import { type Site, siteSchema } from '#model/site.ts';
import type { PrismaClient } from '#generated/prisma/client.ts';

/** Who speaks, as published last; null before the first publication. */
export async function publishedSite(db: PrismaClient): Promise<Site | null> {
  const edition = await db.edition.findFirst({ orderBy: { number: 'desc' }, select: { site: true } });
  return edition && siteSchema.parse(edition.site.json);
}
