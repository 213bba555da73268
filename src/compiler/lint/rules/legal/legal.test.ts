import { RULES } from '#compiler/lint/rules.ts';
import { inEach, type RuleExamples, testExamples } from '#tests/support/lint/examples.ts';

const DAY = '2014-05-27T14:00:00Z';
const ID = { category: 'government_id', effect: 'seen', evidence: 'confirmed' } as const;
const AGENCY = { name: 'Agency One', phone: '555 0100', post: 'A street' };
const UNFILED = { materiality: { decidedAt: DAY } };
const information = '## What information was involved\n\n';

const examples: Record<string, RuleExamples> = {
  'legal/consequences': {
    en: {
      fails: [`${information}An email address.`],
      passes: [`${information}Someone could write to you.`, { text: 'A.', facts: { markets: ['US'] } }, { text: 'A.', facts: { dataInvolved: [] } }],
    },
    de: { fails: ['## Welche Daten betroffen waren\n\nEine Adresse.'], passes: ['## Welche Daten betroffen waren\n\nJemand könnte Ihnen schreiben.'] },
    ar: { fails: ['## ما البيانات المعنيّة\n\nعنوان.'], passes: ['## ما البيانات المعنيّة\n\nقد يكتب إليك شخص.'] },
  },
  'legal/credit-agencies': inEach(
    [
      { text: 'A.', facts: { markets: ['US'], dataInvolved: [ID] } },
      { text: 'Agency One.', facts: { markets: ['US-NY'], dataInvolved: [ID], creditAgencies: [AGENCY] } },
    ],
    [
      { text: 'Agency One, 555 0100.', facts: { markets: ['US-NY'], dataInvolved: [ID], creditAgencies: [AGENCY] } },
      { text: 'A.', facts: { markets: ['SE'], dataInvolved: [ID] } },
      { text: 'A.', facts: { markets: ['US'] } },
    ],
  ),
  'legal/law-enforcement': inEach(
    [
      { text: 'A.', facts: { markets: ['US-CA'] } },
      { text: 'A.', facts: { markets: ['US-CA'], lawEnforcementDelay: true } },
    ],
    [
      { text: 'A.', facts: { markets: ['US-CA'], lawEnforcementDelay: false } },
      { text: 'A.', facts: { markets: ['US-CA'], lawEnforcementDelay: true, delayReason: { en: 'The police asked us to wait.' } } },
      'A.',
    ],
  ),
  'legal/delay-reason': inEach(
    [
      { text: 'A.', facts: { authorities: [{ name: 'IMY', notifiedAt: '2014-05-26T09:00:00Z' }] } },
      { text: 'A.', date: '2014-06-27T14:00:00Z', facts: { markets: ['US-CA'] } },
      { text: 'A.', facts: { markets: ['BR'], authorities: [{ name: 'ANPD', notifiedAt: '2014-05-29T14:00:00Z' }] } },
    ],
    [
      { text: 'A.', date: '2014-06-27T14:00:00Z' },
      { text: 'A.', date: '2014-06-27T14:00:00Z', facts: { markets: ['US-CA'], delayReason: { en: 'We were still looking.' } } },
      { text: 'A.', facts: { authorities: [{ name: 'IMY', notifiedAt: '2014-05-25T08:00:00Z' }] } },
      { text: 'A.', date: '2014-05-27T14:00:00Z', facts: { markets: ['US-CA'] } },
      { text: 'A.', date: '2014-06-27T14:00:00Z', facts: { markets: ['US-CA'], dataInvolved: [] } },
    ],
  ),
  'legal/material-before-filing': {
    en: {
      fails: [
        { text: 'It costs us about €5 million.', facts: UNFILED },
        { text: 'A loss of 5 million US dollars.', facts: UNFILED },
      ],
      passes: [
        'It costs us €5 million.',
        { text: 'It costs €5.', facts: { materiality: { decidedAt: DAY, filedAt: DAY } } },
        { text: 'About 5 accounts.', facts: UNFILED },
      ],
    },
    de: { fails: [{ text: 'Das kostet uns 5 Millionen Euro.', facts: UNFILED }], passes: [{ text: 'Etwa 5 Konten.', facts: UNFILED }] },
    ar: { fails: [{ text: 'كلّفنا ذلك 5 مليون دولار.', facts: UNFILED }], passes: [{ text: 'خمسة حسابات.', facts: UNFILED }] },
  },
  'legal/support-offered': {
    en: {
      fails: [
        { text: 'A.', facts: { markets: ['US-CA'], dataInvolved: [ID] } },
        { text: 'You get 6 months of it.', facts: { markets: ['US-CA'], dataInvolved: [ID], supportOffered: { what: { en: 'It' }, months: 6 } } },
        { text: 'A.', facts: { supportOffered: { what: { en: 'It' }, months: 12 } } },
      ],
      passes: [
        'A.',
        { text: 'A.', facts: { markets: ['US-NY'], dataInvolved: [ID] } },
        { text: 'A.', facts: { markets: ['US-CA'] } },
        { text: 'You get 12 months of it.', facts: { markets: ['US-CA'], dataInvolved: [ID], supportOffered: { what: { en: 'It' }, months: 12 } } },
        { text: 'We pay for two years of it.', facts: { supportOffered: { what: { en: 'It' }, months: 24 } } },
      ],
    },
    de: {
      fails: [{ text: 'A.', facts: { supportOffered: { what: { en: 'It' }, months: 12 } } }],
      passes: [{ text: 'Wir bezahlen das ein Jahr lang.', facts: { supportOffered: { what: { en: 'It' }, months: 12 } } }],
    },
    ar: {
      fails: [{ text: 'A.', facts: { supportOffered: { what: { en: 'It' }, months: 12 } } }],
      passes: [{ text: 'ندفع تكلفتها لمدة سنة.', facts: { supportOffered: { what: { en: 'It' }, months: 12 } } }],
    },
  },
  'legal/complain-to': {
    en: {
      fails: [
        { text: 'A.', facts: { markets: ['AU'] } },
        { text: 'A.', facts: { complainTo: { en: 'You can complain to the authority.' } } },
      ],
      passes: ['A.', { text: 'You can complain to the OAIC.', facts: { markets: ['AU'] } }, { text: 'A.', facts: { markets: ['AU'], dataInvolved: [] } }],
    },
    de: { fails: [{ text: 'A.', facts: { markets: ['AU'] } }], passes: [{ text: 'Beschwerden nimmt die Behörde an.', facts: { markets: ['AU'] } }] },
    ar: { fails: [{ text: 'A.', facts: { markets: ['AU'] } }], passes: [{ text: 'يمكنك تقديم شكوى إلى السلطة.', facts: { markets: ['AU'] } }] },
  },
  'legal/waiver': {
    en: {
      fails: [
        'By reading you accept our terms of use.',
        'Arbitration is the only way.',
        'You agree to it.',
        'We are not liable for it.',
        'You give up the right to sue.',
        'By clicking you consent to it.',
      ],
      passes: [
        'You are not liable for charges that you did not make.',
        'We waive the fee.',
        'In plain terms: it is shut.',
        'You keep every right.',
        'He is a long-term customer.',
      ],
    },
    de: {
      fails: [
        'Damit akzeptieren Sie es.',
        'Es gelten unsere Nutzungsbedingungen.',
        'Sie verzichten: Es gilt ein Haftungsausschluss.',
        'Wir haften nicht dafür.',
        'Wenn Sie weiterlesen, willigen Sie ein.',
      ],
      passes: [
        'Sie haften nicht für fremde Abbuchungen.',
        'Wir verzichten auf die Gebühr.',
        'Jemand war ohne Ihr Einverständnis dort.',
        'Sie behalten alle Rechte.',
      ],
    },
    ar: { fails: ['تطبَّق شروط الاستخدام.', 'يخضع ذلك للتحكيم.', 'بمتابعتك القراءة توافق عليها.'], passes: ['تبقى لك كل حقوقك.'] },
  },
  'legal/tlp': inEach(
    [
      'TLP:AMBER',
      'tlp: red',
      { text: 'TLP:GREEN', kind: 'note' },
      { text: 'A.', title: 'TLP:AMBER+STRICT' },
      '`TLP:RED`',
      'TLP 2.0 AMBER',
      '**TLP**&#58; amber',
      'TLP：RED',
      'Traffic Light Protocol: Amber',
    ],
    ['TLP:CLEAR', 'TLP is a protocol.', 'A red light.', 'The Traffic Light Protocol has colours.'],
  ),
  'legal/leak': {
    en: {
      fails: [
        'Write to anna@mail.example.',
        'It came from 192.168.1.20.',
        'It came from 2001:db8::8a2e:370:7334.',
        'On db1.prod.internal.',
        'The key AKIAIOSFODNN7EXAMPLE was used.',
        '`ghp_16C7e42F292c6912E7710c838347Ae178B4a`',
        '-----BEGIN RSA PRIVATE KEY-----',
        'Account 48213321 was read.',
        'Account #48213321, customer no. 48213321',
        'It came from 192.168.1[.]20.',
        'It came from 10.0.0.1:8080.',
        'It came from fe80::1.',
        'The device 00:1A:2B:3C:4D:5E.',
        'Write to anna (at) mail.example.',
        '[The server](https://db1.prod.internal/x)',
        '[The server](https://10.0.0.1/)',
        '[Anna](mailto:anna@mail.example)',
        'The record 123e4567-e89b-12d3-a456-426614174000.',
        { text: 'It came from 10.0.0.1.', kind: 'note' },
      ],
      passes: [
        'Write to security@tempo.example.',
        '[Write to us](mailto:security@tempo.example), [call](tel:+4680000), or [read](https://authority.example/a).',
        'In account 2014 was the first year.',
        'Version 1.2.3.4 is out.',
        'At 10:20:30 UTC.',
        'It is about 412 accounts.',
        'Account 12 of 20.',
        'Its local time.',
        'Read authority.example.',
        'On 2014-05-27 at 14:00.',
      ],
    },
    de: {
      fails: ['Kontonummer 48213321 wurde gelesen.', 'Kundennr. 48213321', 'Kunden-Nr. 48213321', 'Schreiben Sie an anna@mail.example.'],
      passes: ['Schreiben Sie an security@tempo.example.', 'Es sind 412 Konten.'],
    },
    ar: { fails: ['الحساب رقم 48213321.', 'اكتب إلى anna@mail.example.'], passes: ['اكتب إلى security@tempo.example.', 'الأمر يعني 412 حسابًا.'] },
  },
};

testExamples(
  RULES.filter(({ id }) => id.startsWith('legal/')),
  examples,
);
