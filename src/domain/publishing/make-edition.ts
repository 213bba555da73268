import type { Context, Transaction } from '#domain/core/context.ts';
import { Invalid } from '#domain/core/errors.ts';
import { standAsPublished } from '#domain/posts/stand-as-published.ts';
import type { Edition } from '#model/edition.ts';
import { logCorrections, type WithReasons } from './corrections/log-corrections.ts';
import { dueSite } from './due-site.ts';
import { dueTexts } from './due-texts.ts';
import { heldEdition, holdEdition } from './held-edition.ts';
import { loadEdition } from './load-edition.ts';
import type { NamedText } from './named-text.ts';
import { endOvertaken } from './scheduled/end-overtaken.ts';

/** The one lock under which editions are numbered. */
export const EDITION_LOCK = 4_206_001;

/** What instances listen to; the payload is the edition's number. */
export const EDITION_CHANNEL = 'candor_edition';

export interface PublishView {
  /** The newest edition's number, with or without news. */
  edition: number;
  /** How many texts it publishes anew. */
  published: number;
  /** It publishes another revision of the site. */
  site: boolean;
}

interface Named {
  texts: readonly NamedText[];
  /** The site as it is live, where none is named. */
  site?: number | undefined;
  /** Of one that a person publishes alone: one of the team, or an operator. */
  emergency?: { accountId: bigint; reason: string } | { operator: string; reason: string };
  /** Why what readers act on changes. */
  corrections?: WithReasons;
}

/** What comes from a content folder says its reasons in its facts. */
const OF_FOLDER: WithReasons = { reasons: {}, required: false };

/** How long a process that holds the lock may say nothing, in milliseconds: one that was stopped keeps nobody from publishing for longer. */
const SILENT_MS = 30_000;

/** Waits until no other edition is being made; held to the end of the transaction. */
export async function lockEditions(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT set_config('idle_in_transaction_session_timeout', ${String(SILENT_MS)}, TRUE)`;
  await takeLock(tx);
}

async function takeLock(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${EDITION_LOCK})`;
}

/** What every way to publish does, in its own transaction: the next edition, loaded and rendered before it counts. As `publishing/publish` says. */
export async function makeEdition(tx: Transaction, ctx: Context, named: Named): Promise<PublishView> {
  await takeLock(tx);
  const { view, next } = await draftEdition(tx, ctx, named);
  if (!next) return view;
  await holdEdition(tx, ctx.db, next);
  await endOvertaken(tx, ctx, view.edition);
  await announceEdition(tx, view.edition);
  return view;
}

/** Instances take it over once the transaction is done. */
export async function announceEdition(tx: Transaction, number: number): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${EDITION_CHANNEL}, ${String(number)})`;
}

/** The next edition, in rows and rendered, which nobody is told of; null for `next` when there is no news. */
export async function draftEdition(
  tx: Transaction,
  ctx: Context,
  { texts, site: named, emergency, corrections = OF_FOLDER }: Named,
): Promise<{ view: PublishView; next: Edition | null }> {
  const newest = await tx.edition.findFirst({ orderBy: { number: 'desc' } });
  const due = await dueTexts(tx, texts);
  const site = await dueSite(tx, named, newest?.siteRevisionId);
  const siteIsNew = site !== newest?.siteRevisionId;
  if (newest && due.length === 0 && !siteIsNew) return { view: { edition: newest.number, published: 0, site: false }, next: null };
  const previous = await loadEdition(tx, await heldEdition(tx, ctx.db));
  const number = (newest?.number ?? 0) + 1;
  await tx.edition.create({ data: { number, publishedAt: ctx.now, siteRevisionId: site } });
  await tx.publication.createMany({ data: due.map(({ row }) => ({ ...row, editionNumber: number, publishedAt: ctx.now })) });
  if (emergency) await tx.emergency.create({ data: { ...emergency, editionNumber: number, at: ctx.now } });
  await logCorrections(tx, due, { number, at: ctx.now }, corrections);
  const next = await prove(tx, ctx, previous);
  return { view: { edition: number, published: due.length, site: siteIsNew }, next };
}

/** Loads the edition that this transaction makes, as instances will, and renders what is new in it. */
export async function prove(tx: Transaction, ctx: Context, previous: Edition | null): Promise<Edition> {
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
