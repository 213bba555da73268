import { IntlMessageFormat } from 'intl-messageformat';
import { escapeHtml } from '#ui/escape-html.ts';
import type { Site } from '#model/site.ts';
import type { Locale } from '#paths';
import ar from '#locales/ar/messages/mail.json' with { type: 'json' };
import de from '#locales/de/messages/mail.json' with { type: 'json' };
import en from '#locales/en/messages/mail.json' with { type: 'json' };

const MESSAGES: Record<Locale, typeof en> = { en, de, ar };

/** Read from left to right in any text, so that a line of their own keeps them whole in an Arabic one. */
const OWN_LINE = new Set(['host', 'email', 'phone', 'code']);

/** To the minute, with its zone. */
const MOMENT = { year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZone: 'UTC', timeZoneName: 'short' } as const;

export interface Mail {
  subject: string;
  text: string;
  html: string;
}

type Slots = Record<string, string | number | Date>;

/** One mail in the one form that all of ours have: no link, no image, and the text and HTML parts say the same. */
export function composeMail(kind: 'code' | 'passwordChanged', locale: Locale, site: Site, given: Slots): Mail {
  const { contacts, brand, host, menuPath } = site;
  const words = MESSAGES[locale];
  const slots = { brand, host, menuPath: menuPath[locale] ?? menuPath.en ?? '', email: contacts.security, phone: contacts.phone, ...given };
  const paragraphs = [...words[kind].paragraphs, ...words.form];
  const plain = mapStrings(slots, locale, (value, name) => (locale === 'ar' && OWN_LINE.has(name) ? `\n${value}\n` : value));
  const marked = mapStrings(slots, locale, (value) => `<bdi>${escapeHtml(value)}</bdi>`);
  const body = paragraphs.map((paragraph) => `<p>${fill(escapeHtml(paragraph), locale, marked)}</p>`).join('\n');
  return {
    subject: fill(
      words[kind].subject,
      locale,
      mapStrings(slots, locale, (value) => value),
    ),
    text: `${paragraphs.map((paragraph) => tidy(fill(paragraph, locale, plain))).join('\n\n')}\n`,
    html: `<!doctype html>\n<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><title>${escapeHtml(brand)}</title></head>\n<body>\n${body}\n</body></html>\n`,
  };
}

function fill(message: string, locale: Locale, values: Record<string, string | number>): string {
  return String(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).format(values));
}

/** Instants become words, numbers stay numbers for the plural rules. */
function mapStrings(slots: Slots, locale: Locale, map: (value: string, name: string) => string): Record<string, string | number> {
  const moment = new Intl.DateTimeFormat(locale, MOMENT);
  return Object.fromEntries(
    Object.entries(slots).map(([name, value]) => [name, typeof value === 'number' ? value : map(value instanceof Date ? moment.format(value) : value, name)]),
  );
}

/** No space at a line's end, no line that holds only a stop. */
function tidy(text: string): string {
  return text
    .trim()
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n([.،,:؟]+)\s*/g, '$1\n')
    .trim();
}
