import type { Entry } from '#compiler/facts-form/entries.ts';
import type { Locale } from '#paths';
import type { I18n } from '#ui/i18n.ts';

/** What all fields of a form share. */
export interface FormSheet {
  entries: ReadonlyMap<string, Entry>;
  /** Of the YAML: how many items its lists have. */
  value: unknown;
  /** What was typed and refused; null where nothing was. */
  typed: ReadonlyMap<string, string> | null;
  locales: readonly Locale[];
  i18n: I18n;
}
