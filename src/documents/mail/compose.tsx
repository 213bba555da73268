import type { ReactNode } from 'react';
import type { MessageKey } from '#locales/message-key.ts';
import { LANGUAGES } from '#locales/registry.ts';
import type { Site } from '#model/site.ts';
import type { Locale } from '#paths';
import { toHtml } from '#documents/shell/to-html.ts';
import { momentInWords } from '#ui/moment.ts';
import { sentenceIn } from '#ui/sentence-in.ts';
import { translator } from '#ui/translator.ts';

/** Read from left to right in any text, so that a line of their own keeps them whole in one that runs from right to left. */
const OWN_LINE = new Set(['host', 'email', 'phone', 'code', 'network']);

export interface Mail {
  subject: string;
  text: string;
  html: string;
}

interface Letter {
  subject: MessageKey;
  paragraphs: readonly MessageKey[];
  /** Instants become words; numbers stay numbers for the plural rules. */
  slots: Record<string, string | number | Date>;
  /** Whether its reader finds the same in the account. */
  inAccount: boolean;
}

/** One mail in the one form that all of ours have: no link, no image, and the text and HTML parts say the same. */
export function composeMail(site: Site, locale: Locale, { subject, paragraphs, slots, inAccount }: Letter): Mail {
  const t = translator(locale);
  const { direction } = LANGUAGES[locale];
  const { contacts, brand, host, menuPath } = site;
  const given: Letter['slots'] = { brand, host, menuPath: sentenceIn(menuPath, locale), email: contacts.security, phone: contacts.phone, ...slots };
  const filled = <T,>(show: (words: string, name: string) => T): Record<string, T | number> =>
    Object.fromEntries(
      Object.entries(given).map(([name, value]) => {
        if (typeof value === 'number') return [name, value];
        return [name, show(value instanceof Date ? momentInWords(value.toISOString(), locale) : value, name)];
      }),
    );
  const plain = filled((words, name) => (direction === 'rtl' && OWN_LINE.has(name) ? `\n${words}\n` : words));
  const marked = filled<ReactNode>((words, name) => <bdi key={name}>{words}</bdi>);
  // What every mail of ours ends with.
  const all = [...paragraphs, 'mail.closing.open', 'mail.closing.never', inAccount ? 'mail.closing.genuine' : 'mail.closing.ask'] as const;
  return {
    subject: t(
      subject,
      filled((words) => words),
    ),
    text: `${all.map((key) => tidy(t(key, plain))).join('\n\n')}\n`,
    html: toHtml(
      <html lang={locale} dir={direction}>
        <head>
          <meta charSet="utf-8" />
          <title>{brand}</title>
        </head>
        <body>
          {/* Many readers of mail take what the body holds, and leave the elements around it. */}
          {all.map((key) => (
            <p key={key} lang={locale} dir={direction}>
              {t.rich(key, marked)}
            </p>
          ))}
        </body>
      </html>,
    ),
  };
}

/** No space at a line's end, no line that holds only a stop. */
function tidy(text: string): string {
  return text
    .trim()
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n(\p{Terminal_Punctuation}+)\s*/gu, '$1\n')
    .trim();
}
