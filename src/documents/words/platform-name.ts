import { PLATFORMS } from '#model/facts.ts';
import { oneOf } from '#model/one-of.ts';
import type { Translate } from '#ui/translate.ts';

/** A platform as people call it; one that we have no word for keeps its own. */
export function platformName(t: Translate, platform: string): string {
  const known = oneOf(PLATFORMS, platform);
  return known ? t(`word.platform.${known}`) : platform;
}
