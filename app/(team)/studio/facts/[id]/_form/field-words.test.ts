import { expect, test } from 'vitest';
import { type FactsField, FACTS_FIELDS } from '#compiler/facts-form/field-tree.ts';
import { LOCALES } from '#paths';
import { translator } from '#ui/translator.ts';
import { choiceLabel, fieldHelp, fieldLabel } from './field-words.ts';
import { FACTS_SECTIONS, fieldsOf } from './sections.ts';

test('every field of the schema, and every answer that it takes, has its words in every language, and its place in the form', () => {
  const placed = FACTS_SECTIONS.flatMap(fieldsOf);
  expect([...placed].sort()).toEqual(FACTS_FIELDS.fields.map(({ name }) => name).sort());
  for (const locale of LOCALES) {
    const t = translator(locale);
    const visit = (field: FactsField, path: string[]): void => {
      if (path.length === 1) expect(fieldHelp(t, path[0] as string)).toBeTruthy();
      if (path.length > 0 && path.at(-1) !== '0') expect(fieldLabel(t, path)).toBeTruthy();
      if (field.kind === 'choice') for (const option of field.options) expect(choiceLabel(t, path, option)).toBeTruthy();
      if (field.kind === 'group') for (const named of field.fields) visit(named.field, [...path, named.name]);
      if (field.kind === 'list') visit(field.item, [...path, '0']);
    };
    visit(FACTS_FIELDS, []);
  }
});
