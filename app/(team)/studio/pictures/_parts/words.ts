import type { MessageKey } from '#locales/message-key.ts';
import type { Translate } from '#ui/translate.ts';

type Key = Extract<MessageKey, `pictures.upload.${string}` | `pictures.refused.${string}`>;
type Word = Key extends `pictures.${infer Rest}` ? Rest : never;

/** The sentences of the form for a picture, for a browser: what comes into them later is `%name%`. */
export type UploadWords = Record<Word, string>;

const WORDS = [
  'pictures.upload.title',
  'pictures.upload.text',
  'pictures.upload.file',
  'pictures.upload.fileHint',
  'pictures.upload.name',
  'pictures.upload.nameHint',
  'pictures.upload.alt',
  'pictures.upload.altHint',
  'pictures.upload.send',
  'pictures.upload.sendAndInsert',
  'pictures.upload.sending',
  'pictures.upload.reading',
  'pictures.upload.added',
  'pictures.upload.instead',
  'pictures.upload.insert',
  'pictures.upload.these',
  'pictures.refused.name_taken',
  'pictures.refused.no_connection',
  'pictures.refused.other',
  'pictures.refused.picture_alt',
  'pictures.refused.picture_alt_long',
  'pictures.refused.picture_drawing',
  'pictures.refused.picture_gone',
  'pictures.refused.picture_large',
  'pictures.refused.picture_missing',
  'pictures.refused.picture_moving',
  'pictures.refused.picture_name',
  'pictures.refused.picture_name_missing',
  'pictures.refused.picture_text',
  'pictures.refused.picture_unreadable',
  'pictures.refused.picture_used',
  'pictures.refused.signed_out',
  'pictures.refused.too_many',
] as const satisfies readonly Key[];

/** Said on the server, which alone has the sentences of every language. */
export function uploadWords(t: Translate): UploadWords {
  const slots = { name: '%name%', language: '%language%', n: '%n%' };
  return Object.fromEntries(WORDS.map((key) => [key.slice('pictures.'.length), t(key, slots)])) as UploadWords;
}

/** Why a picture was refused, in words; that it did not go through, for a reason without a sentence of its own. */
export function refusalWords(words: UploadWords, reason: string): string {
  const key = `refused.${reason}`;
  return key in words ? words[key as Word] : words['refused.other'];
}
