import { RULES } from '#compiler/lint/rules.ts';
import { inEach, type RuleExamples, testExamples } from '#tests/support/lint/examples.ts';

const examples: Record<string, RuleExamples> = {
  'a11y/table-header': inEach(
    ['| A | |\n| --- | --- |\n| 1 | 2 |', '| |\n| --- |\n| 1 |'],
    ['| A | B |\n| --- | --- |\n| 1 | 2 |', '| | B |\n| --- | --- |\n| 1 | 2 |'],
  ),
  'a11y/by-colour': {
    en: {
      fails: ['Those in red are concerned.', 'Choose the button on the left.'],
      passes: ['You are on the right page.', 'See [the list](#more) below.', 'A red-green team.'],
    },
    de: { fails: ['Die rot markierten Zeilen.', 'Wählen Sie den Knopf rechts oben.'], passes: ['Unten steht die Liste.'] },
    ar: { fails: ['الأسطر باللون الأحمر.', 'اختر الزر على اليمين.'], passes: ['انظر القائمة.'] },
  },
};

testExamples(
  RULES.filter(({ id }) => id.startsWith('a11y/')),
  examples,
);
