import type { Facts } from '#model/facts.ts';
import type { Site } from '#model/site.ts';
import type { I18n } from '#ui/i18n.ts';

/** What the components of a post are given. */
export interface Given extends I18n {
  facts: Facts | null;
  site: Site | null;
}
