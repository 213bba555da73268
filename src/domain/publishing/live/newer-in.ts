import type { Locale } from '#paths';

/** A text as it is read in one language. */
export interface ShownText {
  locale: string;
  revisionId: number;
  proseHash: string;
  /** The revision that it translates. */
  follows: { id: number; locale: string; proseHash: string } | null;
}

/** In which language what a text translates is newer, among those that are read beside it: drafts, and what only waits, make no translation older to its readers. */
export function newerIn({ follows }: ShownText, shown: readonly ShownText[]): Locale | null {
  const source = follows && shown.find(({ locale }) => locale === follows.locale);
  if (!source || source.revisionId <= follows.id || source.proseHash === follows.proseHash) return null;
  return source.locale as Locale;
}
