import type { MessageKey } from '#locales/message-key.ts';
import type { Translate } from '#ui/translate.ts';

type Key = Extract<MessageKey, `editor.${string}`>;
type Word = Key extends `editor.${infer Rest}` ? Rest : never;

/** The editor's sentences, for a browser: what comes into them later is `%name%`. */
export type Words = Record<Word, string>;

const SLOTS = { at: '%at%', line: '%line%', column: '%column%', n: '%n%', who: '%who%', name: '%name%' };

const WORDS: readonly Key[] = [
  'editor.save.saved',
  'editor.save.saving',
  'editor.save.unsaved',
  'editor.save.no_connection',
  'editor.save.signed_out',
  'editor.save.too_big',
  'editor.save.gone',
  'editor.save.moved',
  'editor.save.again',
  'editor.recovered.text',
  'editor.recovered.take',
  'editor.recovered.drop',
  'editor.conflict.title',
  'editor.conflict.help',
  'editor.conflict.theirs',
  'editor.conflict.yours',
  'editor.conflict.take',
  'editor.conflict.same',
  'editor.conflict.save',
  'editor.findings.title',
  'editor.findings.none',
  'editor.findings.unchecked',
  'editor.findings.error',
  'editor.findings.warning',
  'editor.findings.fix',
  'editor.findings.place',
  'editor.insert.title',
  'editor.insert.add',
  'editor.part.failed',
  'editor.part.again',
  'editor.preview.title',
  'editor.preview.old',
  'editor.preview.missed',
  'editor.preview.open',
  'editor.preview.width',
  'editor.preview.look',
  'editor.preview.language',
  'editor.preview.phone',
  'editor.preview.desktop',
  'editor.preview.light',
  'editor.preview.dark',
  'editor.preview.print',
  'editor.preview.what',
  'editor.preview.page',
  'editor.preview.account.affected',
  'editor.preview.account.precaution',
  'editor.preview.account.upgrade',
  'editor.preview.account.nothing',
  'editor.preview.account.not_affected',
  'editor.preview.account.checking',
  'editor.preview.account.done',
  'editor.here.line',
  'editor.here.reads',
  'editor.here.writes',
  'editor.here.author',
  'editor.here.approver',
  'editor.here.admin',
  'editor.here.you',
  'editor.paste.line',
  'editor.paste.undo',
  'editor.paste.hide',
  'editor.paste.spaces',
  'editor.paste.hyphens',
  'editor.paste.invisible',
  'editor.paste.bidi',
  'editor.paste.formatting',
  'editor.tabs.title',
  'editor.tabs.source',
  'editor.tabs.write',
  'editor.tabs.findings',
  'editor.tabs.preview',
];

/** Said on the server, which alone has the sentences of every language. */
export function editorWords(t: Translate): Words {
  return Object.fromEntries(WORDS.map((key) => [key.slice('editor.'.length), t(key, SLOTS)])) as Words;
}

export function fill(sentence: string, values: Partial<Record<keyof typeof SLOTS, string | number>>): string {
  return Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`%${name}%`, String(value)), sentence);
}
