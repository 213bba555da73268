import { RULES } from '#compiler/lint/rules.ts';
import { type RuleExamples, testExamples } from '#tests/support/lint/examples.ts';

const confirmed = { dataInvolved: [{ category: 'email' as const, effect: 'seen' as const, evidence: 'confirmed' as const }] };
const possible = { dataInvolved: [{ category: 'email' as const, effect: 'seen' as const, evidence: 'possible' as const }] };

const examples: Record<string, RuleExamples> = {
  'claim/no-evidence-unqualified': {
    en: {
      fails: [
        'We have no evidence of misuse.',
        'There is no indication that data left us.',
        'We are not aware of any use.',
        'In our logs we have no evidence of misuse.',
        'There is nothing to suggest that data was taken.',
        'We do not believe that any data was misused.',
      ],
      passes: [
        'We checked access logs from <Time at="2014-05-01T00:00:00Z" date /> to <Time at="2014-05-26T00:00:00Z" date /> and found no other access.',
        'We read the logs from 1 May to 26 May 2014. We have no evidence of other access.',
        'We are not aware of how they came in.',
      ],
    },
    de: {
      fails: [
        'Wir haben keine Hinweise auf einen Missbrauch.',
        'Ein Missbrauch ist nicht bekannt.',
        'Wir gehen derzeit nicht davon aus, dass Daten fehlen.',
        'Es gibt keinerlei Anhaltspunkte.',
        'Nichts deutet darauf hin, dass Daten fehlen.',
      ],
      passes: [
        'Wir haben die Protokolle vom 1. Mai bis 26. Mai 2014 gelesen. Hinweise fanden wir keine; es gibt keine Hinweise auf weitere Zugriffe.',
        'Noch ist nicht bekannt, wie jemand hineinkam.',
      ],
    },
    ar: {
      fails: ['لا يوجد دليل على إساءة الاستخدام.', 'لا توجد أي مؤشرات على ذلك.', 'لا علمَ لنا بأي استخدام.'],
      passes: ['راجعنا السجلات من 1 مايو إلى 26 مايو 2014 ولا يوجد دليل على دخول آخر.', 'لا نعرف بعد كيف دخل.'],
    },
  },
  'claim/absolute': {
    en: {
      fails: [
        'Your data is safe.',
        'Your accounts are **completely secure**.',
        'Rest assured.',
        'There is no risk.',
        'This will never happen again.',
        'We guarantee it.',
        'Your data remains fully safe',
        'You are 100 % safe.',
        'Your da\u00ADta is sa\u00ADfe.',
        'There is **no** risk.',
        'There isn’t any risk.',
        'There is no\u00A0real\n risk.',
        'It won’t happen again.',
        'You do not need to worry.',
        '<Note>Your data is safe.</Note>',
        '<Action cohort="android">Your data is **safe**.</Action>',
        '### Your data is safe',
        '![Your data is safe](./a.png)',
        '![A chart](./a.png "Your data is safe")',
        '[Our page](https://tempo.example/ "Your data is safe")',
        '[Our page][it]\n\n[it]: https://tempo.example/ "Your data is safe"',
        '| What |\n| --- |\n| Your data is safe |',
        '> - Your data\n>   is safe.',
      ],
      passes: [
        'We cannot say that there is no risk.',
        'We cannot promise that it will not happen again.',
        'We took no risk and shut the server.',
        'To keep it safe, close it.',
        'Is my data safe?',
        'We cannot guarantee it.',
        'Open SafeHouse to see it.',
        'Keep it in a safe place.',
        'It is safe to use the app.',
        'We do not know whether it is safe.',
        '120 is 100 % of them.',
        'Use `is safe`.',
        'A secure server holds them.',
      ],
    },
    de: {
      fails: [
        'Ihre Daten sind sicher.',
        'Alles ist völlig sicher.',
        'Es besteht kein Risiko.',
        'Es gibt keinen Grund zur Sorge.',
        'Wir garantieren das.',
        'Ein Zugriff ist ausgeschlossen.',
        'Das wird nie wieder passieren.',
        'Ihre Daten sind weiterhin SICHER.',
        'Ihre Daten sind in Sicherheit.',
        'Ihre Daten waren zu jedem Zeitpunkt sicher.',
        'Es gab keine Risiken.',
        'Sie müssen sich keine Sorgen machen.',
        'Wir schließen einen Missbrauch aus.',
        'Das kommt nicht wieder vor.',
        'Für Sie bestand zu keiner Zeit eine Gefahr.',
      ],
      passes: [
        'Wir können nicht ausschließen, dass mehr gelesen wurde.',
        'Ausschließen können wir das nicht.',
        'Damit das nicht wieder passiert, brauchen alle einen Schlüssel.',
        'Vom Dienst haben wir alte Apps ausgeschlossen.',
        'Wir sind nicht sicher.',
        'Ein Zugriff ist nicht ausgeschlossen.',
        'Wir können es nicht garantieren.',
        'Sind meine Daten sicher?',
        'Die Sicherheit der Konten.',
        'Wir sind uns sicher.',
      ],
    },
    ar: {
      fails: ['بياناتك آمنة.', 'بياناتُك آمِنة تمامًا.', 'لا داعي للقلق.', 'نضمن ذلك.', 'لن يتكرر هذا.', 'لا خطر عليك.'],
      passes: ['لا نضمن ذلك.', 'غيّرنا المفاتيح حتى لا يتكرر الأمر.', 'هل بياناتي آمنة؟'],
    },
  },
  'claim/hypothetical-known': {
    en: {
      fails: [
        { text: 'Your data may have been accessed.', facts: confirmed },
        { text: 'Email addresses could have been copied.', facts: confirmed },
      ],
      passes: [
        { text: 'Email addresses were seen.', facts: confirmed },
        { text: 'Email addresses may have been seen.', facts: possible },
        { text: '### What this could mean\n\nEmail addresses may be read by others.', facts: confirmed },
        { text: 'With an email address, someone could write to you.', facts: confirmed },
        { text: 'Whether other data may have been seen, we do not know.', facts: confirmed },
      ],
    },
    de: {
      fails: [
        { text: 'Daten könnten eingesehen worden sein.', facts: confirmed },
        { text: 'Möglicherweise wurden E-Mail-Adressen kopiert.', facts: confirmed },
      ],
      passes: [
        { text: 'E-Mail-Adressen wurden gesehen.', facts: confirmed },
        { text: 'Möglicherweise wurden E-Mail-Adressen kopiert.', facts: possible },
        { text: '### Was das bedeuten könnte\n\nDaten könnten von anderen gelesen werden.', facts: confirmed },
      ],
    },
    ar: {
      fails: [{ text: 'ربما جرى الاطلاع على بياناتك.', facts: confirmed }],
      passes: [
        { text: 'جرى الاطلاع على البريد الإلكتروني.', facts: confirmed },
        { text: 'قد اطّلع شخص على البيانات.', facts: confirmed },
        { text: 'ربما جرى الاطلاع على البريد الإلكتروني.', facts: possible },
      ],
    },
  },
  'claim/third-party-named': {
    en: {
      fails: ['The key lay with Northwind Hosting Ltd. We changed it.', 'Acme, Inc. told us.'],
      passes: ['A supplier told us.', 'The Limited edition.', { text: 'Acme, Inc. told us.', facts: { allowedNames: ['Acme'] } }, 'We moved to AG 3.'],
    },
    de: { fails: ['Der Schlüssel lag bei der Muster Hosting GmbH.'], passes: ['Der Schlüssel lag bei einem Dienstleister.'] },
    ar: { fails: ['أبلغتنا شركة Acme LLC بذلك.'], passes: ['أبلغنا أحد الموردين بذلك.'] },
  },
  'claim/attribution': {
    en: {
      fails: ['State-sponsored hackers did it.', 'It was the work of a nation-state.', 'The attackers came from France.', 'Russian hackers did it.'],
      passes: ['Someone without permission came in.', 'It is about people in France and Germany.', 'The attacker was stopped.'],
    },
    de: {
      fails: ['Staatliche Hacker waren es.', 'Dahinter steht ein ausländischer Geheimdienst.', 'Die Angreifer kamen aus Frankreich.'],
      passes: ['Jemand ohne Erlaubnis war es.', 'Es betrifft Menschen in Frankreich.'],
    },
    ar: { fails: ['فعلها قراصنة مدعومون من دولة.', 'جاء المهاجمون من فرنسا.'], passes: ['فعلها شخص دون إذن.', 'يعني الأمر أشخاصًا في فرنسا.'] },
  },
};

testExamples(
  RULES.filter(({ id }) => id.startsWith('claim/')),
  examples,
);
