import { newUpdate } from '#compiler/templates/new-update.ts';
import type { Context, Transaction } from '#domain/core/context.ts';
import { publishedSite } from '#domain/core/published-site.ts';
import type { Status } from '#model/facts.ts';

interface Open {
  /** Of the incident. */
  slug: string;
  /** In which it stands. */
  status: Status;
}

/** Opens a draft of the update that an advisory has promised, from the template of its status in every language; unless somebody has begun one. */
export async function openPromised(tx: Transaction, ctx: Context, { slug, status }: Open): Promise<void> {
  const post = await tx.post.findUnique({ where: { kind_slug: { kind: 'advisory', slug } }, select: { id: true, updates: { select: { slug: true } } } });
  const site = await publishedSite(ctx.db);
  if (!post || !site) return;
  const begun = await tx.draft.count({ where: { postId: post.id, update: { publications: { none: {} } } } });
  if (begun > 0) return;
  const taken = new Set(post.updates.map((update) => update.slug));
  const word = freeWord(`${status}-${ctx.now.toISOString().slice(0, 10)}`, taken);
  const { id: updateId } = await tx.update.create({ data: { postId: post.id, slug: word, status, at: ctx.now } });
  await tx.draft.createMany({
    data: site.locales.map((locale) => {
      const source = newUpdate({ status, slug: word, now: ctx.now, site }, locale);
      return { postId: post.id, updateId, locale, source, savedAt: ctx.now };
    }),
  });
}

/** The word, or else with the first number that makes it another than those that are taken. */
function freeWord(word: string, taken: ReadonlySet<string>): string {
  let free = word;
  for (let n = 2; taken.has(free); n += 1) free = `${word}-${n}`;
  return free;
}
