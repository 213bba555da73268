import { RULES } from '#compiler/lint/rules.ts';
import { inEach, type RuleExamples, testExamples } from '#tests/support/lint/examples.ts';

const california = { markets: ['US-CA'] };

const examples: Record<string, RuleExamples> = {
  'structure/notice-title': {
    en: {
      fails: [{ text: 'Lead.', title: 'An update on security', facts: california }],
      passes: [
        { text: 'Lead.', title: 'Notice of Data Breach. Someone reached us.', facts: california },
        { text: 'Lead.', title: 'An update on security' },
      ],
    },
    de: {
      fails: [{ text: 'Lead.', title: 'Neues zur Sicherheit', facts: california }],
      passes: [{ text: 'Lead.', title: 'Mitteilung über eine Datenpanne. Jemand war bei uns.', facts: california }],
    },
    ar: {
      fails: [{ text: 'Lead.', title: 'أخبار الأمان', facts: california }],
      passes: [{ text: 'Lead.', title: 'إشعار باختراق البيانات. وصل شخص إلينا.', facts: california }],
    },
  },
  'structure/heading-text': {
    en: {
      fails: [{ text: '## What happened?\n\nA.', facts: california }],
      passes: [{ text: '## What Happened\n\nA.', facts: california }, { text: '### More\n\nA.', facts: california }, '## What happened?\n\nA.'],
    },
    de: { fails: [{ text: '## Was passiert ist:\n\nA.', facts: california }], passes: [{ text: '## Was passiert ist\n\nA.', facts: california }] },
    ar: { fails: [{ text: '## ما الذي حدث؟\n\nA.', facts: california }], passes: [{ text: '## ما الذي حدث\n\nA.', facts: california }] },
  },
  'structure/placeholder': inEach(
    [
      'about XX accounts',
      'On TBD.',
      'TODO: ask legal',
      'Lorem ipsum dolor',
      'It ended […] there.',
      'Hello \\{name\\}',
      'XX% of them',
      '[insert date here]',
      'About [NUMBER of] accounts',
      'On [date].',
      'XX Konten',
      'Am TT.MM.JJJJ.',
      'tbd',
      { text: 'A.', title: 'TK' },
    ],
    [
      'The size XX, and XXL too.',
      'Use `TODO` there.',
      'A number [in brackets] stays.',
      'Tbilisi and Toledo.',
      'We wrote TKs.',
      'It said [sic] so.',
      'A date [3 June] was named.',
    ],
  ),
  'structure/mixed-message': {
    en: {
      fails: [
        'It is closed, and try our new plan.',
        'Get three months of **Premium** for free.',
        'Please take our survey.',
        'A discount for everyone.',
        'Upgrade to Tempo Premium for more.',
        'Only $9.99 a month.',
        'You get 12 months free.',
      ],
      passes: [
        { text: 'You get 12 months free of identity protection.', facts: { supportOffered: { what: { en: 'Identity protection' }, months: 12 } } },
        'We cannot discount the possibility.',
        'We read them twice per month.',
        'The survey of the authority is not ours.',
        'We offer a year of identity protection, free.',
        'Premium accounts were not part of it.',
        'Our planning changed.',
        'We surveyed the logs.',
      ],
    },
    de: {
      fails: ['Testen Sie jetzt Tempo Premium.', 'Mit diesem Gutschein sparen Sie.', 'Nehmen Sie an unserer Kundenumfrage teil.', 'Für nur 9,99 € im Monat.'],
      passes: ['Wir bieten ein Jahr Identitätsschutz, kostenlos.', 'Konten mit Premium gehörten nicht dazu.'],
    },
    ar: { fails: ['احصل على خصم لمدة شهر.', 'شارك في استبيان قصير.'], passes: ['نقدم حماية الهوية لمدة سنة دون مقابل.', 'لم تكن الحسابات المدفوعة معنية.'] },
  },
  'structure/lead': {
    en: {
      fails: [
        'At Tempo, trust has been at the heart of all we do for ten years.',
        `${'Our values guide us every day. '.repeat(15)}Someone saw data of one account.`,
      ],
      passes: [
        'Someone saw the email address of one account.',
        'Someone used a fault. Two customers have nothing to do.',
        { text: 'It was nothing.', facts: { incidentType: 'false_alarm' } },
        { text: 'At Tempo, trust is all.', kind: 'update' },
      ],
    },
    de: { fails: ['Bei Tempo steht Vertrauen seit zehn Jahren im Mittelpunkt.'], passes: ['Jemand sah die E-Mail-Adresse eines Kontos.'] },
    ar: { fails: ['الثقة في Tempo أساس كل ما نفعله منذ سنوات.'], passes: ['اطّلع شخص على البريد الإلكتروني لحساب واحد.'] },
  },
};

testExamples(
  RULES.filter(({ id }) => id.startsWith('structure/')),
  examples,
);
