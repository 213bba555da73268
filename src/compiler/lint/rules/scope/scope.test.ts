import { RULES } from '#compiler/lint/rules.ts';
import { type RuleExamples, testExamples } from '#tests/support/lint/examples.ts';

const unknown = { peopleAffected: { kind: 'unknown' as const, asOf: '2014-05-27T14:00:00Z' } };

const examples: Record<string, RuleExamples> = {
  'scope/vague-quantity': {
    en: {
      fails: ['We ask certain users to sign in again.', 'A small number of our customers are concerned.', 'Several accounts were seen.'],
      passes: [
        'We ask 38,412 accounts.',
        'Some browsers show it late.',
        'It concerns some accounts. We do not know yet how many.',
        'Some of your accounts elsewhere may have the same password.',
      ],
    },
    de: {
      fails: ['Einige Nutzer sind betroffen.', 'Ein kleiner Teil der Konten ist betroffen.', 'Bestimmte Kundinnen bitten wir.'],
      passes: ['Einige Browser zeigen es später.', 'Es sind 412 Konten.', 'Es sind mehrere Konten. Noch wissen wir nicht, wie viele.'],
    },
    ar: {
      fails: ['نطلب من بعض المستخدمين ذلك.', 'الأمر يعني عددًا محدودًا من الحسابات، أي عدد محدود من الحسابات.'],
      passes: ['بعض المتصفحات تعرضه متأخرًا.', 'الأمر يعني بعض الحسابات. لا نعرف بعد كم عددها.'],
    },
  },
  'scope/unknown-not-said': {
    en: {
      fails: [{ text: 'Someone came in.', facts: unknown }],
      passes: [{ text: 'We do not know yet how many accounts.', facts: unknown }, 'Someone came in.'],
    },
    de: { fails: [{ text: 'Jemand kam hinein.', facts: unknown }], passes: [{ text: 'Wir wissen noch nicht, wie viele Konten es sind.', facts: unknown }] },
    ar: { fails: [{ text: 'دخل شخص.', facts: unknown }], passes: [{ text: 'لا نعرف بعد كم حسابًا يعنيه الأمر.', facts: unknown }] },
  },
  'scope/percent-without-base': {
    en: {
      fails: ['About 1 % of our users are concerned.'],
      passes: [
        '120 of 16,000 accounts, 0.75 %, as of 3 June.',
        'We compared 10,000 lines. About 3 % of them belong to accounts of ours.',
        'The battery was at 20 %.',
      ],
    },
    de: { fails: ['Etwa 1 Prozent der Nutzer.'], passes: ['120 von 16.000 Konten, also 0,75 %.', 'Der Akku hatte 20 %.'] },
    ar: { fails: ['نحو 1% من المستخدمين.'], passes: ['120 من 16,000 حساب، أي 0.75%.', 'كانت البطارية 20%.'] },
  },
  'scope/platform-silent': {
    en: {
      fails: ['Update the Android app.'],
      passes: ['<Platforms />', 'Android: update. iOS, Windows Phone, the web and the desktop: nothing to do.', { text: 'A.', facts: { platforms: [] } }],
    },
    de: { fails: ['Aktualisieren Sie die Android-App.'], passes: ['<Platforms />', 'Android: neu. iOS, Windows Phone, Web und Desktop: nichts.'] },
    ar: { fails: ['حدّث تطبيق Android.'], passes: ['<Platforms />', 'Android: تحديث. iOS وWindows Phone والويب والحاسوب: لا شيء.'] },
  },
};

testExamples(
  RULES.filter(({ id }) => id.startsWith('scope/')),
  examples,
);
