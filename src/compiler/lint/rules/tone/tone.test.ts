import { RULES } from '#compiler/lint/rules.ts';
import { type RuleExamples, testExamples } from '#tests/support/lint/examples.ts';

const examples: Record<string, RuleExamples> = {
  'tone/minimising': {
    en: {
      fails: [
        'It was a minor incident.',
        { text: 'It is only one account.', facts: { peopleAffected: { kind: 'unknown', asOf: '2014-05-27T14:00:00Z' } } },
        'Out of an abundance of caution we ask you.',
        'Just email addresses were seen.',
        { text: 'A.', title: 'An isolated incident' },
      ],
      passes: [
        'It was only one account.',
        'Install it only from Google Play.',
        'Write in small letters.',
        'It is not only email addresses.',
        'You only need a phone.',
        'Tempo Limited wrote it.',
        'A minor holds it.',
      ],
    },
    de: {
      fails: [
        'Es war ein Einzelfall.',
        'Lediglich E-Mail-Adressen wurden gesehen.',
        'Nur 412 Konten sind betroffen.',
        'Rein vorsorglich bitten wir Sie.',
        'Der Schaden ist überschaubar.',
        'Eine geringfügige Störung.',
      ],
      passes: ['Laden Sie sie nur aus dem Store.', 'Nicht nur Konten in Schweden.', 'Sie müssen sich nur neu anmelden.', 'Die Kleinbuchstaben.'],
    },
    ar: {
      fails: ['إنه حادث بسيط.', 'كان مجرد بريد إلكتروني.', 'هذا حادثٌ فرديّ.', 'من باب الحيطة والحذر نطلب ذلك.', 'كانت 412 حسابًا فقط.'],
      passes: ['ثبّته من Google Play فقط.', 'الأمر يعني حسابًا واحدًا.'],
    },
  },
  'tone/attacker-praise': {
    en: { fails: ['It was a highly sophisticated attack.', 'An unprecedented step.'], passes: ['Someone used a stolen staff password.'] },
    de: { fails: ['Ein ausgeklügelter Angriff.', 'Das war hochprofessionell.'], passes: ['Jemand benutzte ein gestohlenes Passwort.'] },
    ar: { fails: ['كان هجومًا متطورًا للغاية.', 'حدث غير مسبوق.'], passes: ['استخدم شخص كلمة مرور مسروقة.'] },
  },
  'tone/boilerplate': {
    en: { fails: ['We take your privacy very seriously.', 'We regret any inconvenience.'], passes: ['We read the logs each day.', 'It is serious.'] },
    de: { fails: ['Wir nehmen den Schutz Ihrer Daten sehr ernst.', 'Für Unannehmlichkeiten bitten wir um Entschuldigung.'], passes: ['Es ist ernst.'] },
    ar: { fails: ['نأخذ الأمر على محمل الجد.', 'نعتذر عن أي إزعاج.'], passes: ['نقرأ السجلات كل يوم.'] },
  },
  'tone/blame': {
    en: {
      fails: [
        'It hit users who reused passwords.',
        'You failed to protect your password.',
        'It was user error.',
        'Careless users clicked it.',
        'The passwords leaked when users reused them. You should have changed them.',
        { text: 'You should have known.', kind: 'note' },
        'It was the users’ own fault.',
        'It came about because customers clicked on it.',
      ],
      passes: [
        'It is not your fault.',
        'None of this was your fault, it was our own fault.',
        'We ask because you used the test server.',
        'An employee fell for a false message.',
        'If you used a weak password, choose a new one.',
        'Do not reuse a password.',
        'If you reused that password elsewhere, change it there.',
        'Passwords stolen from other sites were tried here.',
        'Our server failed.',
      ],
    },
    de: {
      fails: [
        'Nutzer, die ihr Passwort wiederverwendet haben, sind betroffen.',
        'Sie sind selbst schuld.',
        'Ein Benutzerfehler war es.',
        'Nachlässige Nutzer waren der Grund.',
        'Nutzer, die ihr Passwort mehrfach verwenden, sind schuld.',
        'Sie haben ein unsicheres Passwort gewählt.',
      ],
      passes: ['Verwenden Sie ein Passwort nie zweimal.', 'Unser Server hat versagt.', 'Passwörter aus einem anderen Dienst wurden probiert.'],
    },
    ar: {
      fails: ['السبب هو خطأ المستخدم.', 'المستخدمون الذين أعادوا استخدام كلماتهم متأثرون.', 'السبب إهمال المستخدمين.'],
      passes: ['لا تستخدم كلمة المرور مرتين.', 'جُرّبت هنا كلمات مرور سُرقت من مواقع أخرى.'],
    },
  },
  'tone/no-apology': {
    en: { fails: ['Someone saw an address.'], passes: ['We are sorry that this happened.', '<Statement />', { text: 'Words.', facts: { dataInvolved: [] } }] },
    de: { fails: ['Jemand sah eine Adresse.'], passes: ['Es tut uns leid, dass das passiert ist.', 'Wir bitten um Entschuldigung.'] },
    ar: { fails: ['رأى شخص عنوانًا.'], passes: ['نعتذر عن هذا الحادث.', 'نأسف لما حدث.'] },
  },
  'tone/phish-like': {
    en: {
      fails: ['Act now or lose your account.', 'Change it now!', 'PLEASE READ THIS', 'Verify your account.', 'Do it within 24 hours.'],
      passes: ['Please do this by 3 June.', 'We immediately closed the way in.', 'NASA and GDPR, TMP-12.', 'We told them within 24 hours after we knew.'],
    },
    de: {
      fails: ['Handeln Sie sofort.', 'Ihr Konto wird gesperrt.', 'Klicken Sie hier.', 'Ändern Sie es!'],
      passes: ['Ab sofort gilt das.', 'Bitte bis zum 3. Juni.', 'Wir haben den Zugang sofort gesperrt.'],
    },
    ar: { fails: ['غيّرها فورًا.', 'أكّد حسابك.', 'سيتم إيقاف حسابك.', 'اضغط هنا.'], passes: ['يُرجى ذلك في موعد أقصاه 3 يونيو.'] },
  },
};

testExamples(
  RULES.filter(({ id }) => id.startsWith('tone/')),
  examples,
);
