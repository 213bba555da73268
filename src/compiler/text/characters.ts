/** Scripts in which the joiners U+200C and U+200D change how letters are written. */
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Mongolian}]/u;
const EMOJI = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]/u;

/** Marks, embeddings, overrides and isolates: UAX #9. */
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
/** What draws nothing: format characters, fillers, variation selectors, controls but tab and line ends. */
const INVISIBLE = /[\p{Cf}\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u2028\u2029\u3164\uFE00-\uFE0F\uFFA0\u{E0000}-\u{E0FFF}]|(?![\t\n\r])\p{Cc}/u;

export interface Oddity {
  rule: 'text/nul' | 'text/not-utf-8' | 'text/bidi-control' | 'text/invisible';
  index: number;
  message: string;
}

/** Characters that a reader can't see and that may change what they read, at most `max`. */
export function oddities(value: string, max = 20): Oddity[] {
  const found: Oddity[] = [];
  let before = '';
  for (let index = 0; index < value.length && found.length < max; ) {
    const point = value.codePointAt(index) ?? 0;
    const character = String.fromCodePoint(point);
    const next = index + character.length;
    const after = next < value.length ? String.fromCodePoint(value.codePointAt(next) ?? 0) : '';
    const oddity = judge(character, point, before, after);
    if (oddity && !(index === 0 && point === 0xfeff)) found.push({ ...oddity, index });
    before = character;
    index = next;
  }
  return found;
}

function judge(character: string, point: number, before: string, after: string): Omit<Oddity, 'index'> | null {
  const name = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  if (point === 0)
    return { rule: 'text/nul', message: 'There is a NUL character here. Delete it; the file may have been saved in another encoding than UTF-8.' };
  if (point === 0xfffd || (point >= 0xd800 && point <= 0xdfff)) {
    return { rule: 'text/not-utf-8', message: 'A character here could not be read. Save the file as UTF-8 and type it again.' };
  }
  if (BIDI.test(character))
    return { rule: 'text/bidi-control', message: `The invisible direction mark ${name} can make a text read differently from what it says. Delete it.` };
  if (!INVISIBLE.test(character)) return null;
  const joiner = point === 0x200c || point === 0x200d;
  if (joiner && JOINING.test(before) && JOINING.test(after)) return null;
  if (point === 0x200d && EMOJI.test(before) && EMOJI.test(after)) return null;
  if (point === 0xfe0f && EMOJI.test(before)) return null;
  return { rule: 'text/invisible', message: `The invisible character ${name} stands here. Delete it.` };
}
