import { RULES } from '#compiler/lint/rules.ts';
import { type RuleExamples, testExamples } from '#tests/support/lint/examples.ts';

const unknown = { peopleAffected: { kind: 'unknown' as const, asOf: '2014-05-27T14:00:00Z' } };
const involves = (category: 'email' | 'password') => ({
  dataInvolved: [{ category, effect: 'seen' as const, evidence: 'confirmed' as const }],
  dataNotInvolved: [],
});

const examples: Record<string, RuleExamples> = {
  'facts/undeclared-data-category': {
    en: {
      fails: ['They saw birth dates.', 'They copied card numbers and health data.', 'They saw names and email addresses.'],
      passes: [
        'They saw an email address.',
        '## What you can do\n\nEnter your user name.',
        'Never send us your card number: we never ask for it.',
        'The file names changed.',
        'Our phone number stays.',
        { text: 'They saw birth dates.', facts: null },
      ],
    },
    de: {
      fails: ['Gesehen wurden Geburtsdaten.', 'Gesehen wurden auch Kreditkartennummern.', 'Gesundheitsdaten lagen dort.'],
      passes: ['Gesehen wurde eine E-Mail-Adresse.', 'Der Dateiname blieb.', 'Wir fragen nie nach Kreditkarten.'],
    },
    ar: { fails: ['اطّلع على تواريخ الميلاد.', 'وأرقام البطاقات أيضًا.'], passes: ['اطّلع على البريد الإلكتروني.', 'لا نطلب بيانات البطاقة أبدًا.'] },
  },
  'facts/contradiction': {
    en: {
      fails: ['No email addresses were seen.', 'Email addresses were not affected.', 'They saw no e-mail addresses.'],
      passes: ['Email addresses were seen.', 'No passwords were seen.', 'No other email addresses were seen.', '## What you can do\n\nSend no email address.'],
    },
    de: {
      fails: ['Keine E-Mail-Adressen wurden gesehen.', 'E-Mail-Adressen sind nicht betroffen.'],
      passes: ['E-Mail-Adressen wurden gesehen.', 'Keine weiteren E-Mail-Adressen wurden gesehen.', 'Passwörter wurden nicht gesehen.'],
    },
    ar: {
      fails: ['لم تتأثر عناوين البريد.', 'لم يُسرق البريد الإلكتروني ولم تتأثر عناوين البريد.'],
      passes: ['اطّلع على البريد الإلكتروني.', 'لم تتأثر كلمات المرور.', 'لم تتأثر عناوين بريد أخرى.'],
    },
  },
  'facts/only-what-was-not': {
    en: {
      fails: ['No password was accessed.', 'Passwords were not seen.'],
      passes: [
        'Seen: an email address. No password was seen.',
        'No password was accessed.\n\n<DataInvolved />',
        { text: 'No password was accessed.', facts: { dataInvolved: [] } },
      ],
    },
    de: { fails: ['Passwörter wurden nicht gesehen.'], passes: ['Gesehen: E-Mail-Adresse. Passwörter wurden nicht gesehen.'] },
    ar: { fails: ['لم تتأثر كلمات المرور.'], passes: ['اطّلع على البريد الإلكتروني. لم تتأثر كلمات المرور.'] },
  },
  'facts/number-mismatch': {
    en: {
      fails: [
        'They saw data of 2 accounts.',
        'Two accounts are concerned.',
        'It is about 1.2 million users.',
        { text: 'One account is concerned.', facts: unknown },
        { text: 'One account.', facts: { peopleAffected: { kind: 'exact', n: 3, asOf: '2014-05-27T14:00:00Z' } } },
      ],
      passes: [
        'They saw data of one account.',
        'It is 1 account.',
        'They try one account after another.',
        'In 2014 accounts were closed.',
        '## What we are doing\n\nFrom now on, two people read each change.',
        { text: 'A file of 2 million accounts was offered.', facts: { incidentType: 'false_alarm' } },
        'It has 3 reasons.',
        { text: '16,000 accounts.', facts: { peopleAffected: { kind: 'exact', n: 120, base: 16000, asOf: '2014-05-27T14:00:00Z' } } },
      ],
    },
    de: {
      fails: ['Betroffen sind 2 Konten.', 'Zwei Konten sind betroffen.', 'Es sind 1,2 Millionen Nutzer.'],
      passes: [
        'Betroffen ist 1 Konto.',
        'Sie probieren ein Konto nach dem anderen.',
        { text: 'Es sind 38.412 Konten.', facts: { peopleAffected: { kind: 'exact', n: 38412, asOf: '2014-05-27T14:00:00Z' } } },
      ],
    },
    ar: {
      fails: ['الأمر يعني 412 حسابًا.', 'الأمر يعني ٤١٢ حسابًا.', 'الأمر يعني حسابين.'],
      passes: [
        'الأمر يعني حسابًا واحدًا.',
        { text: 'الأمر يعني ٣٨٬٤١٢ حسابًا.', facts: { peopleAffected: { kind: 'exact', n: 38412, asOf: '2014-05-27T14:00:00Z' } } },
      ],
    },
  },
  'facts/version-mismatch': {
    en: {
      fails: ['Update to version 1.2.4.', 'The new version is 2.0.'],
      passes: [
        'Update to version 1.2.3.',
        'Versions before 1.0.9 have the fault.',
        'The fault is there since version 1.1.',
        { text: 'Version 1.0.9 has it, version 1.2.3 has not.', facts: { vuln: { affectedVersions: '1.0.0 to 1.0.9', fixedIn: '1.2.3', exploited: 'no' } } },
        'Section 1.2.9 says so.',
      ],
    },
    de: { fails: ['Die neue Version ist 1.2.4.'], passes: ['Die neue Version ist 1.2.3.', 'Ältere Versionen bis 1.0.9 haben den Fehler.'] },
    ar: { fails: ['الإصدار الجديد هو 1.2.4.'], passes: ['الإصدار الجديد هو 1.2.3.', 'الإصدارات قبل 1.0.9 فيها الخلل.'] },
  },
  'facts/status-mismatch': {
    en: {
      fails: [{ text: 'This is resolved.', status: 'investigating' }, { text: 'The fault was fixed.', status: 'identified' }, 'The incident is over.'],
      passes: [
        { text: 'This is resolved.', status: 'resolved' },
        { text: 'The fault is fixed.', status: 'monitoring' },
        'We write until it is resolved.',
        'They resolved to write more.',
        'We closed the access on 27 May; we are still checking.',
      ],
    },
    de: {
      fails: [{ text: 'Der Fehler ist behoben.', status: 'investigating' }, 'Der Vorfall ist abgeschlossen.'],
      passes: [
        { text: 'Der Vorfall ist abgeschlossen.', status: 'resolved' },
        'Wir schreiben, bis der Vorfall abgeschlossen ist.',
        { text: 'Der Fehler ist behoben.', status: 'monitoring' },
      ],
    },
    ar: {
      fails: [{ text: 'تم حل المشكلة.', status: 'investigating' }, 'انتهى الحادث.'],
      passes: [{ text: 'تم حل المشكلة.', status: 'resolved' }, 'نكتب حتى انتهى الحادث.'],
    },
  },
  'facts/password-storage': {
    en: {
      fails: [{ text: 'Passwords were copied.', facts: involves('password') }],
      passes: [
        { text: 'They were stored scrambled (Argon2id).', facts: involves('password') },
        { text: 'A.', facts: involves('email') },
      ],
    },
    de: {
      fails: [{ text: 'Passwörter wurden kopiert.', facts: involves('password') }],
      passes: [{ text: 'Sie waren mit Argon2id unlesbar gemacht.', facts: involves('password') }],
    },
    ar: {
      fails: [{ text: 'نُسخت كلمات المرور.', facts: involves('password') }],
      passes: [{ text: 'كانت مخزّنة بصورة غير مقروءة.', facts: involves('password') }],
    },
  },
};

testExamples(
  RULES.filter(({ id }) => id.startsWith('facts/')),
  examples,
);
