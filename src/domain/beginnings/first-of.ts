import { NotFound } from '#domain/core/errors.ts';
import type { Locale } from '#paths';

/** The draft to write first: in somebody's own language, where there is one. */
export function firstOf(drafts: readonly { id: number; locale: string }[], locale: Locale): number {
  const first = drafts.find((draft) => draft.locale === locale) ?? drafts[0];
  if (!first) throw new NotFound();
  return first.id;
}
