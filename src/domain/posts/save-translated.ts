import { proseHash } from '#compiler/text/prose-hash.ts';
import type { Transaction } from '#domain/core/context.ts';
import { DEFAULT_LOCALE, LOCALES } from '#paths';
import { type SavedText, saveTexts, type Text } from './save-texts.ts';

/** A text of a folder, and what its front matter says of the text that it translates: the beginning of that one's prose hash. */
export type FolderText = Text & { translationOf?: string | undefined };

/**
 * Makes revisions of a folder's texts, as `saveTexts` does, each in several languages. One in the default language, or else in the first that the folder
 * has it in, is the source. A translation whose own words are new was written beside the source as it is here, and names it, unless its front matter
 * says another one; a translation that is as it was goes on naming what it named, so that it is older where the source has moved on.
 */
export async function saveTranslated(tx: Transaction, texts: readonly FolderText[], now: Date): Promise<SavedText[]> {
  const sources = new Map<string, FolderText>();
  for (const locale of [DEFAULT_LOCALE, ...LOCALES])
    for (const text of texts) if (text.locale === locale && !sources.has(placeOf(text))) sources.set(placeOf(text), text);
  const originals = [...sources.values()];
  const saved = new Map<Text, SavedText>();
  for (const [index, made] of (await saveTexts(tx, originals, now)).entries()) saved.set(originals[index] as Text, made);
  const translations = texts.filter((text) => !saved.has(text));
  const following: Text[] = [];
  for (const { translationOf, ...text } of translations) {
    const source = sources.get(placeOf(text)) as Text;
    const { revision } = saved.get(source) as SavedText;
    const isOther = translationOf !== undefined && !proseHash(source.source, kindOf(source)).startsWith(translationOf);
    following.push({ ...text, follows: { revision: (isOther && (await named(tx, revision, translationOf))) || revision, renewed: false } });
  }
  for (const [index, made] of (await saveTexts(tx, following, now)).entries()) saved.set(translations[index] as Text, made);
  return texts.map((text) => saved.get(text) as SavedText);
}

const placeOf = ({ kind, slug, update }: Text) => `${kind} ${slug} ${update?.slug ?? ''}`;
const kindOf = ({ kind, update }: Text) => (update ? 'update' : kind);

/** The newest revision of the same text in the same language as `revision` whose prose hash begins so; null where there is none. */
async function named(tx: Transaction, revision: number, hash: string): Promise<number | null> {
  const { postId, updateId, locale } = await tx.revision.findUniqueOrThrow({ where: { id: revision }, select: { postId: true, updateId: true, locale: true } });
  const found = await tx.revision.findFirst({
    where: { postId, updateId, locale, proseHash: { startsWith: hash } },
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  return found?.id ?? null;
}
