import { RULES } from '#compiler/lint/rules.ts';
import { type RuleExamples, testExamples } from '#tests/support/lint/examples.ts';

const easy = { en: 'We shut the door at once and told each person. ', de: 'Wir haben die Tür zu. Das war es schon. ', ar: 'أغلقنا الباب. ' };
const hard = {
  en: 'Organisational responsibilities necessitate comprehensive investigations concerning unauthorised infrastructural accessibility. ',
  de: 'Organisatorische Verantwortlichkeiten erfordern umfangreiche Untersuchungen hinsichtlich unberechtigter Zugriffsmöglichkeiten. ',
};

const examples: Record<string, RuleExamples> = {
  'readability/sentence-length': {
    en: { fails: [`${'word '.repeat(26)}end.`], passes: [`${'word '.repeat(24)}end.`, easy.en.repeat(10)] },
    de: { fails: [`${'Wort '.repeat(21)}Ende.`], passes: [`${'Wort '.repeat(19)}Ende.`] },
    ar: { fails: [`${'كلمة '.repeat(26)}هنا.`], passes: [`${'كلمة '.repeat(24)}هنا.`] },
  },
  'readability/reading-age': {
    en: { fails: [hard.en.repeat(12)], passes: [easy.en.repeat(12), hard.en] },
    de: { fails: [hard.de.repeat(14)], passes: [easy.de.repeat(14)] },
    // Nobody has a formula for it: the length of sentences stands in.
    ar: { fails: null, passes: [easy.ar.repeat(60)] },
  },
  'readability/jargon': {
    en: {
      fails: ['A threat actor exfiltrated it.', 'We remediated it.', 'PII was in it.', 'The DPO of our bank was told.'],
      passes: [
        'Someone copied it.',
        'They agreed on a date.',
        'At 14:00 CEST in the EU.',
        'The data protection officer (DPO) knows. Ask the DPO.',
        'The DPO (data protection officer) knows.',
        'Notice TMP-12, in USD, for TMP.',
        { text: 'We told the IMY.', facts: { authorities: [{ name: 'IMY', notifiedAt: '2014-05-25T08:00:00Z' }] } },
      ],
    },
    de: {
      fails: ['Der Bedrohungsakteur kam.', 'Das Konto wurde kompromittiert.', 'Wir haben das BSI unterrichtet.'],
      passes: ['Jemand kam hinein.', 'Das Bundesamt (BSI) weiß es. Das BSI hilft.', 'Um 14 Uhr MESZ im WLAN.'],
    },
    ar: { fails: ['دخلت جهة تهديد.', 'عرفنا ناقل الهجوم.'], passes: ['دخل شخص.'] },
  },
};

testExamples(
  RULES.filter(({ id }) => id.startsWith('readability/')),
  examples,
);
