import { z } from 'zod';
import { splitFrontMatter } from '#compiler/text/front-matter.ts';
import type { Transaction } from '#domain/core/context.ts';
import { NotFound } from '#domain/core/errors.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { newestSource } from '#domain/posts/newest-source.ts';
import { type Locale, LOCALES } from '#paths';

/** One text in one language: a post itself, or one of its updates. */
type TextPlace = z.output<typeof textPlace>;
const textPlace = z.strictObject({
  kind: z.enum(['advisory', 'note']),
  slug: z.string().max(100),
  /** Empty for the post itself. */
  update: z.string().max(100),
  locale: z.enum(LOCALES),
});

/**
 * Opens a text for writing, from its newest revision; in a language that it is not there in yet, from the words that are to be translated. Who comes
 * second finds the draft that is there. Answers its id; throws NotFound where there is no such text.
 */
export const startDraft = verb({
  name: 'drafts/start-draft',
  input: textPlace,
  async run(tx, ctx, { kind, slug, update, locale }): Promise<{ id: number; isNew: boolean }> {
    requireAccount(ctx);
    const newest = await tx.revision.findFirst({
      where: { locale, post: { kind, slug }, ...(update === '' ? { updateId: null } : { update: { slug: update } }) },
      orderBy: { id: 'desc' },
      select: { postId: true, updateId: true, source: true, translationOfId: true },
    });
    const begun = newest ?? (await fromSource(tx, { kind, slug, update, locale }));
    if (!begun) throw new NotFound('There is no such text.');
    const { postId, updateId, source, translationOfId } = begun;
    const made = await tx.draft.createManyAndReturn({
      data: [{ postId, updateId, locale, source, translationOfId, savedAt: ctx.now }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (made[0]) return { id: made[0].id, isNew: true };
    const { id } = await tx.draft.findFirstOrThrow({ where: { postId, updateId, locale }, select: { id: true } });
    return { id, isNew: false };
  },
  audit: ({ id, isNew }) => (isNew ? { subject: `draft:${id}` } : null),
});

/** A translation begins as its source, word for word: what is still to be translated is found by the lint. */
async function fromSource(tx: Transaction, { kind, slug, update, locale }: TextPlace) {
  const text = await tx.revision.findFirst({
    where: { post: { kind, slug }, ...(update === '' ? { updateId: null } : { update: { slug: update } }) },
    select: { postId: true, updateId: true },
  });
  const source = text && (await newestSource(tx, { ...text, locale }));
  return source && { ...text, source: inLanguage(source.source, locale), translationOfId: source.id };
}

/** The same text, its front matter naming another language. */
function inLanguage(source: string, locale: Locale): string {
  const { yaml } = splitFrontMatter(source);
  return yaml === null ? source : source.replace(yaml, () => yaml.replace(/^locale:.*$/m, `locale: ${locale}`));
}
