import { z } from 'zod';
import type { Context, Transaction } from '#domain/core/context.ts';
import { Invalid } from '#domain/core/errors.ts';
import { verb } from '#domain/core/verb.ts';
import type { Edition } from '#model/edition.ts';
import { dueSite } from './due-site.ts';
import { dueTexts } from './due-texts.ts';
import { heldEdition, holdEdition } from './held-edition.ts';
import { loadEdition } from './load-edition.ts';
import { namedText } from './named-text.ts';
import { standAsPublished } from '#domain/posts/stand-as-published.ts';

/** The one lock under which editions are numbered. */
const EDITION_LOCK = 4_206_001;

/** What instances listen to; the payload is the edition's number. */
export const EDITION_CHANNEL = 'candor_edition';

/** More than any folder has texts. */
const MAX_TEXTS = 20_000;

/** Milliseconds: an hour, by which a connection was lost and no publication was long. */
const TIMEOUT_MS = 3_600_000;

export interface PublishView {
  /** The newest edition's number, with or without news. */
  edition: number;
  /** How many texts it publishes anew. */
  published: number;
  /** It publishes another revision of the site. */
  site: boolean;
}

/**
 * Publishes exactly the texts and the site that are named, as the next edition; everything else stays as it is live, the site too when none is
 * named. The whole edition is loaded and rendered first: what this returns from is live on every instance within a second, or nothing was
 * published. When all that is named is live already there is no new edition. Throws Invalid, naming the text or page, when it can't be made,
 * and Conflict `published_meanwhile` when something newer than what is named is live.
 */
export const publishContent = verb({
  name: 'publishing/publish',
  input: z.strictObject({ texts: z.array(namedText).max(MAX_TEXTS), site: z.int().positive().optional() }),
  timeoutMs: TIMEOUT_MS,
  async run(tx, ctx, { texts, site: named }): Promise<PublishView> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${EDITION_LOCK})`;
    const newest = await tx.edition.findFirst({ orderBy: { number: 'desc' } });
    const due = await dueTexts(tx, texts);
    const site = await dueSite(tx, named, newest?.siteRevisionId);
    const siteIsNew = site !== newest?.siteRevisionId;
    if (newest && due.length === 0 && !siteIsNew) return { edition: newest.number, published: 0, site: false };
    const previous = await loadEdition(tx, await heldEdition(tx, ctx.db));
    const number = (newest?.number ?? 0) + 1;
    await tx.edition.create({ data: { number, publishedAt: ctx.now, siteRevisionId: site } });
    await tx.publication.createMany({ data: due.map(({ row }) => ({ ...row, editionNumber: number, publishedAt: ctx.now })) });
    await holdEdition(tx, ctx.db, await prove(tx, ctx, previous));
    await tx.$executeRaw`SELECT pg_notify(${EDITION_CHANNEL}, ${String(number)})`;
    return { edition: number, published: due.length, site: siteIsNew };
  },
  audit: (view) => ({ subject: `edition:${view.edition}`, detail: { published: view.published, site: view.site } }),
});

/** Loads the edition that this transaction makes, as instances will, and renders what is new in it. */
async function prove(tx: Transaction, ctx: Context, previous: Edition | null): Promise<Edition> {
  const next = (await loadEdition(tx, previous)) as Edition;
  const known = new Set(previous?.posts);
  const changed = next.posts.filter((post) => !known.has(post));
  const headless = changed.find(({ texts }) => Object.keys(texts).length === 0);
  if (headless)
    throw new Invalid({ [headless.slug]: 'publish the advisory before its updates' }, `The advisory "${headless.slug}" is not published; nothing was.`);
  await standAsPublished(tx, changed);
  try {
    await ctx.renderEdition(previous, next);
  } catch (cause) {
    const sentence = cause instanceof Error ? cause.message : String(cause);
    throw Object.assign(new Invalid({}, `Nothing was published: ${sentence}`), { cause });
  }
  return next;
}
