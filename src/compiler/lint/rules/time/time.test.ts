import { RULES } from '#compiler/lint/rules.ts';
import { inEach, type RuleExamples, testExamples } from '#tests/support/lint/examples.ts';

const examples: Record<string, RuleExamples> = {
  'time/relative-date': {
    en: {
      fails: ['It goes out over the next few days.', 'We will write soon.', 'Yesterday someone came in.', 'We found it 3 days ago.'],
      passes: [
        'It goes out today, 28 May 2014.',
        'We write soon, by <Time at="2014-05-29T10:00:00Z" />.',
        'Press “Today” there.',
        'As soon as it ends, we write.',
      ],
    },
    de: {
      fails: ['Bald mehr.', 'Sie kommt in den nächsten Tagen.', 'Gestern kam jemand.', 'Vor Kurzem fiel es auf.'],
      passes: ['Heute, am 28. Mai 2014, kam sie.', 'Sobald es endet, schreiben wir.', 'Drücken Sie „Heute“.', 'Am Morgen kam er.'],
    },
    ar: {
      fails: ['سنكتب قريبًا.', 'اكتشفناه أمس.', 'يصدر خلال الأيام القادمة.'],
      passes: ['سنكتب غدًا، 28 مايو 2014.', 'سنكتب في موعد أقصاه <Time at="2014-05-29T10:00:00Z" />.'],
    },
  },
  'time/no-zone': {
    en: {
      fails: ['It ended at 14:00.', 'It ended at 2 pm.'],
      passes: ['It ended at 14:00 CEST on 3 April 2026.', 'A screen of 16:9.', '## For more information\n\nCall from 9:00 to 17:00.', 'Version 1.10.20.'],
    },
    de: { fails: ['Es endete um 14:00.', 'Es endete um 14 Uhr.'], passes: ['Es endete um 14:00 Uhr MESZ.', '## Weitere Informationen\n\nVon 9:00 bis 17:00.'] },
    ar: { fails: ['انتهى في 14:00.', 'انتهى الساعة 14.'], passes: ['انتهى في 14:00 بتوقيت UTC.'] },
  },
  'time/ambiguous-format': {
    en: {
      fails: ['It ended on 03/04/2026.', 'It ended on 3.4.2026.'],
      passes: ['It ended on 13/04/2026.', 'It ended on 3 April 2026.', 'It is open 24/7.', 'On 2026-04-03.', 'Version 1.2.3.', 'On 04/04/2026.'],
    },
    de: { fails: ['Es endete am 03/04/2026.'], passes: ['Es endete am 03.04.2026.', 'Es endete am 13/04/2026.'] },
    ar: { fails: ['انتهى في 03/04/2026.', 'انتهى في ٠٣/٠٤/٢٠٢٦.'], passes: ['انتهى في 13/04/2026.', 'انتهى في 3 أبريل 2026.'] },
  },
  'time/window-without-ends': {
    en: {
      fails: [{ text: 'The app will be rolled out.', facts: { actions: [] } }],
      passes: ['The app will be rolled out.', { text: 'It will be rolled out from 28 May to 2 June 2014.', facts: { actions: [] } }],
    },
    de: {
      fails: [{ text: 'Die App wird schrittweise verteilt.', facts: { actions: [] } }],
      passes: [{ text: 'Sie wird vom 28. Mai bis 2. Juni 2014 ausgerollt.', facts: { actions: [] } }],
    },
    ar: {
      fails: [{ text: 'يصدر التطبيق تدريجيًا.', facts: { actions: [] } }],
      passes: [{ text: 'يصدر تدريجيًا من 28 مايو إلى 2 يونيو 2014.', facts: { actions: [] } }],
    },
  },
  'time/order': inEach(
    [{ text: 'A.', date: '2014-05-22T14:00:00Z' }],
    [
      { text: 'A.', date: '2014-05-23' },
      { text: 'A.', date: '2014-05-27T14:00:00Z' },
    ],
  ),
};

testExamples(
  RULES.filter(({ id }) => id.startsWith('time/')),
  examples,
);
