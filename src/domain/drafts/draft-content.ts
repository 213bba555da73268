import type { Content, ContentFile } from '#compiler/folder/content.ts';
import type { PostKind } from '#compiler/text/front-matter.ts';
import type { Context } from '#domain/core/context.ts';
import { publishedSite } from '#domain/core/published-site.ts';
import { storedTextPath } from '#domain/posts/text-path.ts';
import type { PrismaClient } from '#generated/prisma/client.ts';
import { factsSchema } from '#model/facts.ts';
import type { Locale } from '#paths';

/** A draft as it is in the database, with the names of its text. */
export interface DraftRow {
  postId: number;
  updateId: number | null;
  locale: string;
  source: string;
  post: { kind: 'advisory' | 'note'; slug: string; incidentId: number | null };
  update: { slug: string } | null;
}

/** What a draft is judged in: a folder of its text in every language, the facts of its incident, and the site as it is published. */
export interface DraftContent {
  content: Content;
  /** The draft's own file among them. */
  path: string;
  /** Id and hash of the facts that it is shown with; null where there are none. */
  facts: { id: number; hash: string } | null;
}

/** Reads what a draft is judged in. Five statements. */
export async function draftContent({ db, now }: Pick<Context, 'db' | 'now'>, draft: DraftRow): Promise<DraftContent> {
  const { post, update } = draft;
  const kind: PostKind = update ? 'update' : post.kind;
  const toFile = (locale: string, source: string): ContentFile => ({
    path: storedTextPath({ ...post, updateSlug: update?.slug ?? null, locale }),
    kind,
    ...(post.kind === 'advisory' && { incidentSlug: post.slug }),
    slug: update?.slug ?? post.slug,
    locale: locale as Locale,
    source,
    findings: [],
  });
  const own = toFile(draft.locale, draft.source);
  const others = [...(await inOtherLanguages(db, draft))].map(([locale, source]) => toFile(locale, source));
  const newest = post.incidentId === null ? null : await db.factsRevision.findFirst({ where: { incidentId: post.incidentId }, orderBy: { id: 'desc' } });
  const incident = { slug: post.slug, path: `incidents/${post.slug}/incident.yaml`, findings: [] };
  const content: Content = {
    now,
    site: await publishedSite(db),
    siteFile: null,
    incidents: newest ? [{ ...incident, facts: factsSchema.parse(newest.json) }] : [],
    files: [own, ...others],
    strays: [],
  };
  return { content, path: own.path, facts: newest && { id: newest.id, hash: newest.hash } };
}

/** The same text in each other language, as it is being written, else as it is in its newest revision. */
async function inOtherLanguages(db: PrismaClient, { postId, updateId, locale }: DraftRow): Promise<Map<string, string>> {
  const where = { postId, updateId, locale: { not: locale } };
  const select = { locale: true, source: true } as const;
  const revisions = await db.revision.findMany({ where, select, orderBy: { id: 'asc' } });
  const drafts = await db.draft.findMany({ where, select });
  return new Map([...revisions, ...drafts].map((text) => [text.locale, text.source]));
}
