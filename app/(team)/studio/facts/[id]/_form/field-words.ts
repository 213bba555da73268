import type { MessageKey } from '#locales/message-key.ts';
import { CATEGORIES } from '#model/facts.ts';
import { oneOf } from '#model/one-of.ts';
import type { Translate } from '#ui/translate.ts';

const withoutNumbers = (path: readonly string[]) => path.filter((key) => !/^\d+$/.test(key));

/** What a field is called, by its path. A test holds that every field of the schema has its words. */
export function fieldLabel(t: Translate, path: readonly string[]): string {
  return t(`facts.field.${withoutNumbers(path).join('_')}` as MessageKey);
}

/** What goes into a field that stands by itself. */
export function fieldHelp(t: Translate, field: string): string {
  return t(`facts.help.${field}` as MessageKey);
}

const CHOICES = ['known', 'estimated', 'unknown', 'confirmed', 'possible', 'exact', 'approx', 'yes', 'no'] as const;

/** One answer among those that a field takes. */
export function choiceLabel(t: Translate, path: readonly string[], choice: string): string {
  const field = withoutNumbers(path).join('_');
  const category = oneOf(CATEGORIES, choice);
  if (category && /category|dataInvolved/.test(field)) return t(`word.category.${category}`);
  const known = oneOf(CHOICES, choice);
  if (known) return t(`facts.choice.${known}`);
  const words: Partial<Record<string, string>> = {
    incidentType: 'begin.template.%.name',
    dataInvolved_effect: 'word.effect.%',
    measures_state: 'word.state.%',
    actions_kind: 'component.asked.%',
    platforms_platform: 'word.platform.%',
    platforms_action: choice === 'none' ? 'component.nothingToDo' : 'component.upgrade',
  };
  return t((words[field] ?? '').replace('%', choice) as MessageKey);
}
