import type { Frame } from '#ui/page/frame.ts';
import { translator } from '#ui/translator.ts';

/** The frame of one page, with the sentences of its locale. */
export function frameOf(given: Omit<Frame, 't'>): Frame {
  return { ...given, t: translator(given.locale) };
}
