import type { AdvisoryWords } from '#locales/templates.ts';

export const upgradeRequired: AdvisoryWords = {
  title: 'TODO (welche App eine neue Version braucht, und warum)',
  summary: 'TODO (welche Versionen, bis wann und woher)',
  lead: `Unsere App für TODO (Plattform) hat bis Version TODO (Zahl) einen Fehler: TODO (was andere dadurch mit Daten Ihres Kontos tun können). Die neue Version schließt ihn.

Wir bitten alle, die diese App benutzen, sie zu aktualisieren. Auf anderen Plattformen ist nichts zu tun.`,
  happened: `TODO (was der Fehler ist, und seit welcher Version es ihn gibt). TODO (wer ihn fand) hat uns am TODO (Tag) darauf hingewiesen.

TODO (ob ihn jemand benutzt hat, und wo wir nachgesehen haben).`,
  information: `<DataInvolved />

### Was das bedeuten kann

TODO (was jemand durch den Fehler tun könnte).`,
  doing: `<Measures />

Es tut uns leid, dass uns dieser Fehler passiert ist.`,
  canDo: `<Platforms />

<Action cohort="app-users">
Die App sagt Ihnen, wenn Sie an der Reihe sind, und öffnet den Store. Ihre Version finden Sie unter TODO (Stelle in der App). Kann Ihr Gerät die neue Version nicht aufnehmen: TODO (was stattdessen zu tun ist).
</Action>

Installieren Sie sie nur von hier:

<TrustedStores />`,
};
