import type { FactsField } from '#compiler/facts-form/field-tree.ts';
import type { I18n } from '#ui/i18n.ts';
import { fieldHelp, fieldLabel } from './field-words.ts';
import { FactsInput } from './facts-input.tsx';
import type { FormSheet } from './form-sheet.ts';
import { GapMark } from './gap-mark.tsx';

interface FactsFieldProps {
  field: FactsField;
  path: readonly string[];
  sheet: FormSheet;
}

/** One field of the facts, with all that it holds. */
export function FactsFieldset({ field, path, sheet }: FactsFieldProps) {
  const { t } = sheet.i18n;
  const name = path.join('.');
  const isTop = path.length === 1;
  const label = fieldLabel(t, path);
  const help = isTop && (
    <p className="meta" id={`h-${name}`}>
      {fieldHelp(t, name)}
    </p>
  );
  if (field.kind === 'group' || field.kind === 'list' || field.kind === 'sentence')
    return (
      <fieldset className={`facts ${field.kind}`} id={`f-${name}`} tabIndex={-1} aria-describedby={isTop ? `h-${name}` : undefined}>
        <legend>
          {label} <Optional field={field} i18n={sheet.i18n} /> <GapMark field={name} />
        </legend>
        {help}
        <Inside field={field} path={path} sheet={sheet} />
      </fieldset>
    );
  return (
    <div className="facts one">
      <label htmlFor={`f-${name}`}>
        {label} <Optional field={field} i18n={sheet.i18n} /> <GapMark field={name} />
      </label>
      {help}
      <FactsInput name={name} sheet={sheet} helped={isTop} />
    </div>
  );
}

function Optional({ field: { optional, kind }, i18n: { t } }: { field: FactsField; i18n: I18n }) {
  return optional && kind !== 'list' ? <small className="meta">{t('facts.optional')}</small> : null;
}

function Inside({ field, path, sheet }: FactsFieldProps) {
  const name = path.join('.');
  const { t } = sheet.i18n;
  if (field.kind === 'group')
    return field.fields.map((named) => <FactsFieldset key={named.name} field={named.field} path={[...path, named.name]} sheet={sheet} />);
  if (field.kind === 'sentence')
    return sheet.locales.map((locale) => (
      <div key={locale} className="one">
        <label htmlFor={`f-${name}.${locale}`}>{t(`word.language.${locale}`)}</label>
        <FactsInput name={`${name}.${locale}`} sheet={sheet} helped={false} />
      </div>
    ));
  if (field.kind !== 'list') return null;
  const { item, fixed } = field;
  const length = lengthOf(sheet.value, path);
  return (
    <>
      {length === 0 && <p className="meta">{t('facts.none')}</p>}
      {Array.from({ length }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place in the list
        <div className="item" key={index}>
          <Item item={item} path={[...path, String(index)]} label={`${fieldLabel(t, path)} ${index + 1}`} sheet={sheet} />
          {!fixed && (
            <button
              className="link"
              type="submit"
              name="remove"
              value={`${name}.${index}`}
              aria-label={`${t('facts.remove')}: ${fieldLabel(t, path)} ${index + 1}`}
            >
              {t('facts.remove')}
            </button>
          )}
        </div>
      ))}
      {(!fixed || length === 0) && (
        <button className="btn q" type="submit" name="add" value={name} aria-label={`${t('facts.add')}: ${fieldLabel(t, path)}`}>
          {t('facts.add')}
        </button>
      )}
    </>
  );
}

/** An item of one value has no words of its own; its list has. */
function Item({ item, path, label, sheet }: { item: FactsField; path: readonly string[]; label: string; sheet: FormSheet }) {
  const name = path.join('.');
  if (item.kind === 'group' || item.kind === 'sentence')
    return (
      <fieldset className={`facts ${item.kind}`} id={`f-${name}`} tabIndex={-1} aria-label={label}>
        <GapMark field={name} />
        <Inside field={item} path={path} sheet={sheet} />
      </fieldset>
    );
  return (
    <div className="one">
      <FactsInput name={name} sheet={sheet} helped={false} label={label} />
      <GapMark field={name} />
    </div>
  );
}

function lengthOf(value: unknown, path: readonly string[]): number {
  const list = path.reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined), value);
  return Array.isArray(list) ? list.length : 0;
}
