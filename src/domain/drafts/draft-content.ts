import type { Content, ContentFile } from '#compiler/folder/content.ts';
import type { StoredPictures } from '#compiler/render/stored-pictures.ts';
import type { Finding } from '#compiler/text/finding.ts';
import type { PostKind } from '#compiler/text/front-matter.ts';
import type { Context } from '#domain/core/context.ts';
import { publishedSite } from '#domain/core/published-site.ts';
import { factsInHand } from '#domain/facts-drafts/facts-in-hand.ts';
import { type JudgedFacts, judgeFacts } from '#domain/facts-drafts/judge-facts.ts';
import { storedTextPath } from '#domain/posts/text-path.ts';
import type { PrismaClient } from '#generated/prisma/client.ts';
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

/** The facts as somebody is writing them, or as they are in their newest revision. */
export type WhichFacts = 'in-hand' | 'revision';

/** What a draft is judged in: a folder of its text in every language, the facts of its incident, and the site as it is published. */
export interface DraftContent {
  content: Content;
  /** The draft's own file among them. */
  path: string;
  /** The facts that it is shown with, as they are being written; null where there are none, or they are not whole. */
  facts: JudgedFacts | null;
  /** What is wrong with them, and what may stand. */
  factsFindings: Finding[];
}

/** Reads what a draft is judged in. Seven statements. */
export async function draftContent({ db, now }: Pick<Context, 'db' | 'now'>, draft: DraftRow, which: WhichFacts): Promise<DraftContent> {
  const { post, update } = draft;
  const pictures = await picturesOf(db, draft);
  const kind: PostKind = update ? 'update' : post.kind;
  const toFile = (locale: string, source: string): ContentFile => ({
    path: storedTextPath({ ...post, updateSlug: update?.slug ?? null, locale }),
    kind,
    ...(post.kind === 'advisory' && { incidentSlug: post.slug }),
    slug: update?.slug ?? post.slug,
    locale: locale as Locale,
    source,
    pictures,
    findings: [],
  });
  const own = toFile(draft.locale, draft.source);
  const others = [...(await inOtherLanguages(db, draft))].map(([locale, source]) => toFile(locale, source));
  const hand = post.incidentId === null ? null : await factsInHand(db, post.incidentId);
  const site = await publishedSite(db);
  const { judged: facts, findings: factsFindings } = hand
    ? judgeFacts(which === 'revision' ? { ...hand, isOpen: false } : hand, now, site)
    : { judged: null, findings: [] };
  const incident = { slug: post.slug, path: `incidents/${post.slug}/incident.yaml`, findings: [] };
  const content: Content = {
    now,
    site,
    siteFile: null,
    incidents: hand ? [{ ...incident, facts: facts?.facts ?? null }] : [],
    files: [own, ...others],
    strays: [],
  };
  return { content, path: own.path, facts, factsFindings };
}

/** What is stored of the pictures of its folder. */
async function picturesOf(db: PrismaClient, { postId, updateId }: DraftRow): Promise<StoredPictures> {
  const rows = await db.postPicture.findMany({ where: { postId, ofUpdates: updateId !== null } });
  return new Map(rows.map(({ name, hash, width, height }) => [name, { hash, width, height }]));
}

/** The same text in each other language, as it is being written, else as it is in its newest revision. */
async function inOtherLanguages(db: PrismaClient, { postId, updateId, locale }: DraftRow): Promise<Map<string, string>> {
  const where = { postId, updateId, locale: { not: locale } };
  const select = { locale: true, source: true } as const;
  const revisions = await db.revision.findMany({ where, select, orderBy: { id: 'asc' } });
  const drafts = await db.draft.findMany({ where, select });
  return new Map([...revisions, ...drafts].map((text) => [text.locale, text.source]));
}
