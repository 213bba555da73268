import type { MessageKey } from '#locales/message-key.ts';
import type { Translate } from '#ui/translate.ts';

type Key = Extract<MessageKey, `editor.${string}`>;
export type Word = Key extends `editor.${infer Rest}` ? Rest : never;

/** The editor's sentences, for a browser: what comes into them later is `%name%`. */
export type Words = Record<Word, string>;

const SLOTS = { at: '%at%', line: '%line%', column: '%column%', n: '%n%', who: '%who%', name: '%name%' };

const WORDS: readonly Word[] = [
  'save.saved',
  'save.saving',
  'save.unsaved',
  'save.no_connection',
  'save.signed_out',
  'save.too_big',
  'save.moved',
  'save.again',
  'recovered.text',
  'recovered.take',
  'recovered.drop',
  'conflict.title',
  'conflict.help',
  'conflict.theirs',
  'conflict.yours',
  'conflict.take',
  'conflict.save',
  'findings.title',
  'findings.none',
  'findings.unchecked',
  'findings.error',
  'findings.warning',
  'findings.passes',
  'findings.fix',
  'findings.place',
  'insert.title',
  'insert.add',
  'preview.title',
  'preview.old',
  'preview.open',
  'preview.width',
  'preview.look',
  'preview.language',
  'preview.phone',
  'preview.desktop',
  'preview.light',
  'preview.dark',
  'preview.print',
  'here.line',
  'here.reads',
  'here.writes',
  'here.author',
  'here.approver',
  'here.admin',
  'here.you',
  'keys.line',
  'keys.hide',
  'keys.show',
  'tabs.title',
  'tabs.write',
  'tabs.findings',
  'tabs.preview',
];

/** Said on the server, which alone has the sentences of every language. */
export function editorWords(t: Translate): Words {
  return Object.fromEntries(WORDS.map((word) => [word, t(`editor.${word}`, SLOTS)])) as Words;
}

export function fill(sentence: string, values: Partial<Record<keyof typeof SLOTS, string | number>>): string {
  return Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`%${name}%`, String(value)), sentence);
}
