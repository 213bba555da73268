/** Scripts in which the joiners U+200C and U+200D change how letters are written, with the marks that they share. */
const JOINING =
  /[\p{Script_Extensions=Arabic}\p{Script_Extensions=Syriac}\p{Script_Extensions=Nko}\p{Script_Extensions=Adlam}\p{Script_Extensions=Devanagari}\p{Script_Extensions=Bengali}\p{Script_Extensions=Gurmukhi}\p{Script_Extensions=Gujarati}\p{Script_Extensions=Oriya}\p{Script_Extensions=Tamil}\p{Script_Extensions=Telugu}\p{Script_Extensions=Kannada}\p{Script_Extensions=Malayalam}\p{Script_Extensions=Sinhala}\p{Script_Extensions=Myanmar}\p{Script_Extensions=Khmer}\p{Script_Extensions=Mongolian}\p{Script_Extensions=Javanese}\p{Script_Extensions=Balinese}]/u;
/** Whole sequences of UTS #51: keycaps, flags of regions, people joined with what they do. */
// biome-ignore lint/complexity/useRegexLiterals: the flag v in a literal is an error below the target of TypeScript that has it.
const SEQUENCE = new RegExp('^\\p{RGI_Emoji}', 'v');
/** The flag of a part of a country, by its code in ISO 3166-2: beside three of them, systems that draw it differ. */
const SUBDIVISION = /^\u{1F3F4}[\u{E0061}-\u{E007A}]{2}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,3}\u{E007F}/u;
const EMOJI = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]/u;
/** What a variation selector may stand behind, by the Unicode Character Database: U+FE0E and U+FE0F, U+FE00 to U+FE02, those of ideographs, those of Mongolian. */
const VARIATIONS: readonly [selector: RegExp, base: RegExp][] = [
  [/[\uFE0E\uFE0F]/u, /\p{Emoji}/u],
  [/[\uFE00-\uFE02]/u, /[\p{Sm}\p{Ideographic}\p{Script=Myanmar}\p{Script=Phags_Pa}]/u],
  [/[\u{E0100}-\u{E01EF}]/u, /\p{Ideographic}/u],
  [/[\u180B-\u180D\u180F]/u, /\p{Script=Mongolian}/u],
];

/** Marks, embeddings, overrides and isolates: UAX #9. */
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
/** What draws nothing: format characters, fillers, variation selectors, controls but tab and line ends. */
const INVISIBLE = /[\p{Cf}\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u2028\u2029\u3164\uFE00-\uFE0F\uFFA0\u{E0000}-\u{E0FFF}]|(?![\t\n\r])\p{Cc}/u;
/** What is no character in any text: HTML calls them errors, XML 1.0 refuses the last two of them. */
const NONCHARACTER = /\p{Noncharacter_Code_Point}/u;

/** One of all that is judged: most texts hold none. */
const JUDGED = new RegExp(`[\\0\\uFFFD\\p{Cs}]|${[BIDI, INVISIBLE, NONCHARACTER].map(({ source }) => source).join('|')}`, 'u');

/** The names that people may look up; all others go by their number. */
const NAMES: Readonly<Record<number, string>> = {
  173: 'soft hyphen',
  6158: 'Mongolian vowel separator',
  8203: 'zero-width space',
  8204: 'zero-width non-joiner',
  8205: 'zero-width joiner',
  8288: 'word joiner',
  8232: 'line separator',
  8233: 'paragraph separator',
  12644: 'Hangul filler',
  65279: 'byte order mark',
};

/** Of a sequence of emoji, in units of UTF-16: a family of four with colours of skin is shorter. */
const MAX_SEQUENCE = 40;

export interface Oddity {
  rule: 'text/nul' | 'text/not-utf-8' | 'text/bidi-control' | 'text/invisible';
  index: number;
  message: string;
}

/** Characters that a reader can't see and that may change what they read, or that HTML, XML 1.0 and JSON can't hold; at most `max`. */
export function oddities(value: string, max = 20): Oddity[] {
  if (!JUDGED.test(value)) return [];
  const found: Oddity[] = [];
  let before = '';
  for (let index = 0; index < value.length && found.length < max; ) {
    const point = value.codePointAt(index) ?? 0;
    const character = String.fromCodePoint(point);
    const sequence = sequenceAt(value, index, character);
    const next = index + sequence.length;
    const after = next < value.length ? String.fromCodePoint(value.codePointAt(next) ?? 0) : '';
    const oddity = judge(character, point, before, after);
    if (oddity && !(index === 0 && point === 0xfeff)) found.push({ rule: oddity.rule, index, message: `${oddity.message}${wordAround(value, index)}` });
    before = [...sequence].at(-1) ?? '';
    index = next;
  }
  return found;
}

/** What belongs together from an index on: a sequence of emoji, or one character. */
function sequenceAt(value: string, index: number, character: string): string {
  if (!/\p{Emoji}/u.test(character)) return character;
  const ahead = value.slice(index, index + MAX_SEQUENCE);
  return (SUBDIVISION.exec(ahead) ?? SEQUENCE.exec(ahead))?.[0] ?? character;
}

function judge(character: string, point: number, before: string, after: string): Omit<Oddity, 'index'> | null {
  const name = `U+${point.toString(16).toUpperCase().padStart(4, '0')}${NAMES[point] ? ` (${NAMES[point]})` : ''}`;
  if (point === 0)
    return { rule: 'text/nul', message: 'There is a NUL character here. Delete it; the file may have been saved in another encoding than UTF-8.' };
  if (point === 0xfffd || (point >= 0xd800 && point <= 0xdfff)) {
    return { rule: 'text/not-utf-8', message: 'A character here could not be read. Save the file as UTF-8 and type it again.' };
  }
  if (BIDI.test(character))
    return { rule: 'text/bidi-control', message: `The invisible direction mark ${name} can make a text read differently from what it says. Delete it.` };
  if (NONCHARACTER.test(character)) return { rule: 'text/invisible', message: `${name} is no character, and no reader of feeds takes it. Delete it.` };
  if (/[\u0001-\u001F\u007F-\u009F]/.test(character) && INVISIBLE.test(character)) {
    return {
      rule: 'text/invisible',
      message: `The control character ${name} stands here, and no page or feed can hold it. Delete it; in double quotes, write "\\\\" for "\\".`,
    };
  }
  if (!INVISIBLE.test(character)) return null;
  if (isAllowed(character, point, before, after)) return null;
  return {
    rule: 'text/invisible',
    message: `The invisible character ${name} stands here, and changes no letter beside it. Delete it, or searches and copies fail.`,
  };
}

/** Whether Unicode gives an invisible character a sense between its neighbours. */
function isAllowed(character: string, point: number, before: string, after: string): boolean {
  const plain = (neighbour: string) => !/\p{L}/u.test(neighbour) || JOINING.test(neighbour);
  // At the end of a word too: the last letter of an abbreviation is written as if more followed.
  if (point === 0x200c || point === 0x200d) {
    // A second one changes nothing more.
    if (before === character) return false;
    if ((JOINING.test(before) && plain(after)) || (JOINING.test(after) && plain(before))) return true;
    return point === 0x200d && EMOJI.test(before) && EMOJI.test(after);
  }
  // Before the last vowel of a word.
  if (point === 0x180e) return /\p{Script=Mongolian}/u.test(before) && /\p{Script=Mongolian}/u.test(after);
  // Where a word may be cut at the end of a line.
  if (point === 0x00ad) return /[\p{L}\p{M}]/u.test(before) && /\p{L}/u.test(after);
  return VARIATIONS.some(([selector, base]) => selector.test(character) && base.test(before));
}

/** The word in which a character stands, so that it can be found: its neighbours up to the next blanks. */
function wordAround(value: string, index: number): string {
  const from =
    value
      .slice(Math.max(0, index - 20), index)
      .split(/\s/u)
      .at(-1) ?? '';
  const to = value.slice(index, index + 20).split(/\s/u)[0] ?? '';
  const word = [...(from + to)].filter((character) => !INVISIBLE.test(character) && !/[\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]/u.test(character)).join('');
  return word === '' ? '' : ` It stands in "${word}".`;
}
