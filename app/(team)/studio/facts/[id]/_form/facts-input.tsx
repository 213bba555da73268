import type { Entry } from '#compiler/facts-form/entries.ts';
import { LANGUAGES } from '#locales/registry.ts';
import { choiceLabel } from './field-words.ts';
import type { FormSheet } from './form-sheet.ts';

interface FactsInputProps {
  name: string;
  sheet: FormSheet;
  /** Its help stands beside it. */
  helped: boolean;
  /** Where no label stands beside it. */
  label?: string;
}

/** Where a fact is typed. What came back from a refused form stands in it, and what is saved below. */
export function FactsInput({ name, sheet, helped, label }: FactsInputProps) {
  const entry = sheet.entries.get(name);
  if (!entry) return null;
  const { t } = sheet.i18n;
  const value = sheet.typed?.get(name) ?? entry.shown;
  const isOther = sheet.typed !== null && value.trim() !== entry.shown.trim();
  const base = { id: `f-${name}`, name, 'aria-label': label, 'aria-describedby': helped ? `h-${name}` : undefined };
  return (
    <>
      <Control entry={entry} value={value} base={base} sheet={sheet} />
      {isOther && (
        <p className="theirs">
          {t('facts.savedNow')} <bdi>{entry.shown === '' ? '–' : entry.shown}</bdi>
        </p>
      )}
    </>
  );
}

interface ControlProps {
  entry: Entry;
  value: string;
  base: { id: string; name: string; 'aria-label': string | undefined; 'aria-describedby': string | undefined };
  sheet: FormSheet;
}

function Control({ entry: { field, path, locale }, value, base, sheet: { i18n } }: ControlProps) {
  const { t } = i18n;
  if (field.kind === 'choice' || field.kind === 'yes_no') {
    const choices = field.kind === 'choice' ? field.options : ['true', 'false'];
    const words = (choice: string) => {
      if (field.kind === 'yes_no') return t(choice === 'true' ? 'facts.choice.known' : 'facts.choice.unknown');
      return choices.includes(choice) ? choiceLabel(t, path, choice) : choice;
    };
    // What is written and is no answer stays until somebody gives one.
    const shown = value === '' || choices.includes(value) ? choices : [...choices, value];
    return (
      <select {...base} defaultValue={value}>
        <option value="">–</option>
        {shown.map((choice) => (
          <option key={choice} value={choice}>
            {words(choice)}
          </option>
        ))}
      </select>
    );
  }
  if (field.kind === 'sentence' && locale !== null) {
    const own = { ...base, defaultValue: value, lang: locale, dir: LANGUAGES[locale].direction };
    return field.lines === 'one' ? <input type="text" {...own} /> : <textarea rows={Math.min(8, 2 + Math.floor(value.length / 90))} {...own} />;
  }
  if (field.kind === 'instant' && (value === '' || /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(value)))
    return <input type="datetime-local" {...base} defaultValue={value} />;
  return <input type="text" {...base} dir="ltr" inputMode={field.kind === 'number' ? 'numeric' : undefined} defaultValue={value} />;
}
