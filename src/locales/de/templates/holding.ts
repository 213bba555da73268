import type { AdvisoryWords, HoldingWord } from '#locales/templates.ts';

export const holdingNotice: AdvisoryWords = {
  title: 'Wir gehen einem möglichen Sicherheitsvorfall nach',
  summary: 'Ob Daten von Konten gesehen wurden, wissen wir noch nicht. Für den Moment ist nichts zu tun. Wir schreiben wieder, auch wenn es nichts Neues gibt.',
  lead: `Stand <Time at="{now}" /> gehen wir bei {brand} einem möglichen Sicherheitsvorfall nach. Wir wissen noch nicht, ob Daten gesehen wurden. Wir wissen noch nicht, wie viele Konten es betrifft.

Für den Moment ist nichts zu tun. Bis zu der Zeit am Ende dieser Mitteilung schreiben wir wieder, auch wenn es nichts Neues gibt.`,
  happened: `In unseren Systemen sieht etwas nicht so aus, wie es soll, und wir finden heraus, was es ist. Was passiert ist, wann es begann und ob es zu Ende ist, wissen wir noch nicht.`,
  information: `Ob Daten gesehen wurden und wessen, wissen wir noch nicht. Sobald wir es wissen, steht hier, was gesehen wurde, was nicht und wo wir nachgesehen haben.`,
  doing: `<Measures />

Es tut uns leid, dass diese Mitteilung Sorgen macht. Wir sagen es Ihnen lieber früh.`,
  canDo: `Für den Moment ist nichts zu tun. Wird ein Schritt nötig, lesen Sie es hier und in Ihrem Konto.

<Platforms />

Fragt deswegen eine Nachricht nach Ihrem Passwort, ist sie nicht von uns.`,
};

export const holding: Record<HoldingWord, string> = {
  title: 'Ein möglicher Sicherheitsvorfall',
  howFound: 'In unseren Systemen sah etwas nicht so aus, wie es soll.',
  cause: 'Wir wissen noch nicht, was passiert ist.',
  sources: 'die Protokolle unserer Systeme, die wir noch lesen',
  gaps: 'Ob Protokolle fehlen, wissen wir noch nicht.',
  measure: 'Wir finden heraus, was passiert ist und wen es betrifft.',
  notAffected: 'Wir prüfen noch und haben Ihr Konto bisher nicht damit in Verbindung gebracht.',
  interimAdvice: 'Fragt deswegen eine Nachricht nach Ihrem Passwort, ist sie nicht von uns.',
  role: 'Sicherheitsteam',
  statement:
    'Wir gehen einem möglichen Sicherheitsvorfall nach. Was passiert ist und wen es betrifft, wissen wir noch nicht. Sobald wir mehr wissen, steht es hier.',
};
