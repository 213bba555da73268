import { MESSAGES, message } from '#ui/messages.ts';
import type { Locale } from '#paths';

/** A platform as people call it; one that we have no word for keeps its own. */
export function platformName(locale: Locale, platform: string): string {
  const key = `account.platform.${platform}`;
  return MESSAGES[locale].has(key) ? message(locale, key) : platform;
}
