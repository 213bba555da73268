import { RULES } from '#compiler/lint/rules.ts';
import { inEach, type RuleExamples, testExamples } from '#tests/support/lint/examples.ts';

const upgrade = { cohort: 'android', kind: 'upgrade_app' as const, reason: { en: 'New keys.', de: 'Neue Schlüssel.', ar: 'مفاتيح جديدة.' } };
const told = (change: object) => ({ text: '<Action cohort="android">\n\nUpdate the app.\n\n</Action>', facts: { actions: [{ ...upgrade, ...change }] } });
const text = { en: 'Words.' };
const steps = (count: number) => `<Action cohort="android">\n\n${Array.from({ length: count }, (_, index) => `${index + 1}. Step`).join('\n')}\n\n</Action>`;

const examples: Record<string, RuleExamples> = {
  'action/missing': inEach(
    ['No word of it.', '<Action cohort="other" />'],
    ['<Action cohort="android" />', { text: 'No action.', facts: { actions: [] } }, { text: 'An update.', kind: 'update' }],
  ),
  'action/unclear-who': {
    en: {
      fails: ['Please reset your password.', 'Update the app.', 'To be sure, please change your password.'],
      passes: [
        '<Action cohort="android">\n\nUpdate the app.\n\n</Action>',
        'If we asked you in your account: please change your password.',
        'We ask people to change your view.',
        'How to update the app is below.',
        'Install the app only from these places:',
      ],
    },
    de: {
      fails: ['Bitte ändern Sie Ihr Passwort.', 'Aktualisieren Sie die App.', 'Melden Sie sich neu an.'],
      passes: [
        '<Action cohort="android">\n\nAktualisieren Sie die App.\n\n</Action>',
        'Wenn wir Sie gebeten haben: Ändern Sie Ihr Passwort.',
        'Wir bitten Sie, sich neu anzumelden.',
        'Installieren Sie sie nur von hier:',
      ],
    },
    ar: {
      fails: ['يُرجى تغيير كلمة المرور.', 'سجّل الدخول من جديد.'],
      passes: ['<Action cohort="android">\n\nحدّث التطبيق.\n\n</Action>', 'إذا طلبنا ذلك في حسابك: يُرجى تغيير كلمة المرور.'],
    },
  },
  'action/no-deadline': {
    en: {
      fails: [told({})],
      passes: [told({ deadline: '2014-06-03T00:00:00Z' }), told({ reason: { en: 'Others know it. There is no last day.' } }), '<Action cohort="android" />'],
    },
    de: { fails: [told({})], passes: [told({ reason: { en: 'x', de: 'Es gibt keinen letzten Tag.' } })] },
    ar: { fails: [told({})], passes: [told({ reason: { en: 'x', ar: 'ولا يوجد موعد أخير.' } })] },
  },
  'action/no-if-not': inEach([told({})], [told({ ifNot: text })]),
  'action/side-effect': inEach([told({}), told({ kind: 'sign_in_again' })], [told({ sideEffect: text }), told({ kind: 'change_password' })]),
  'action/too-many': inEach([steps(6)], [steps(5), steps(6).replaceAll(/\d\. /g, '- '), '1. A\n2. B\n3. C\n4. D\n5. E\n6. F']),
  'action/untrusted-store': {
    en: {
      fails: [
        'Get it at apps-free.example.',
        '[the app](https://tempo.example/tempo.apk)',
        '[the store](https://apps.apple.com/x)',
        'Download it from **get.apps.example** now.',
        { text: '[the app](https://x.example/t.apk)', kind: 'note' },
      ],
      passes: [
        'Install it from Google Play or m.tempo.example.',
        '[the app](https://m.tempo.example/tempo.apk)',
        '[the store](https://play.google.com/store)',
        'Read authority.example.',
        'Type tempo.example and install nothing.',
      ],
    },
    de: {
      fails: ['Installieren Sie sie von apps-free.example.', '[die App](https://tempo.example/tempo.apk)'],
      passes: ['Installieren Sie sie von m.tempo.example.', 'Lesen Sie authority.example.'],
    },
    ar: {
      fails: ['ثبّته من apps-free.example.', '[التطبيق](https://tempo.example/tempo.apk)'],
      passes: ['ثبّته من m.tempo.example.', 'اكتب tempo.example بنفسك.'],
    },
  },
};

testExamples(
  RULES.filter(({ id }) => id.startsWith('action/')),
  examples,
);
