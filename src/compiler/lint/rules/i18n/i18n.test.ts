import { RULES } from '#compiler/lint/rules.ts';
import { type RuleExamples, testExamples } from '#tests/support/lint/examples.ts';

const examples: Record<string, RuleExamples> = {
  'i18n/untranslated': {
    en: {
      fails: ['Bitte melden Sie sich an, und das ist nicht schwer.'],
      passes: ['Please sign in.', 'The Bundesamt für Sicherheit in der Informationstechnik was told on that day.'],
    },
    de: { fails: ['Bitte sign in.', 'We have closed the way in.'], passes: ['Bitte melden Sie sich an.', 'Das Team von Security Response war im Haus.'] },
    ar: { fails: ['يُرجى sign in.', 'We have closed the way in.'], passes: ['يُرجى تسجيل الدخول.', 'افتح Google Play أو Amazon Appstore.'] },
  },
  'i18n/address-mix': {
    en: { fails: null, passes: ['You and your account.'] },
    de: {
      fails: ['Wir bitten Sie darum. Öffne dein Konto.', 'Wir bitten Sie darum. Dein Konto wartet.', 'Öffnen Sie Ihr Konto. Wir schreiben euch.'],
      passes: ['Öffnen Sie Ihr Konto. Sie ist offen.', 'Öffne dein Konto, du kennst es.'],
    },
    ar: { fails: null, passes: ['افتح حسابك.'] },
  },
};

testExamples(
  RULES.filter(({ id }) => id.startsWith('i18n/')),
  examples,
);
