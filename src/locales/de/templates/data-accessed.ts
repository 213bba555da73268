import type { AdvisoryWords } from '#locales/templates.ts';

export const dataAccessed: AdvisoryWords = {
  title: 'TODO (was passiert ist, und ob es vorbei ist)',
  summary: 'TODO (was gesehen wurde, wessen Daten es waren und was zu tun ist)',
  lead: `Am TODO (Tag und Uhrzeit) haben wir entdeckt, dass jemand ohne Erlaubnis in TODO (welche Systeme) gelangt war. Gesehen wurden TODO (welche Daten) von TODO (Zahl) Konten. Nicht dabei waren TODO (welche Daten).

Wir bitten TODO (Zahl) Konten um TODO (Schritt). Alle anderen müssen nichts tun.`,
  happened: `Der Zugriff begann am TODO (Tag und Uhrzeit). Er endete am TODO (Tag und Uhrzeit), als wir den Weg hinein schlossen.

TODO (wie jemand hineinkam, oder dass wir es noch nicht wissen). Aufgefallen ist es uns, weil TODO (was zuerst zu sehen war).`,
  information: `<DataInvolved />

### Was das bedeuten kann

TODO (was jemand mit diesen Daten tun könnte). Die Betroffenen haben wir am TODO (Tag) unterrichtet.`,
  doing: `<Measures />

Es tut uns leid, dass das passiert ist.`,
  canDo: `<Platforms />

<Action cohort="data-seen">
TODO (der Schritt, und wo man ihn tut). Öffnen Sie {brand} wie immer: in Ihrer App, oder tippen Sie {host} selbst ein.
</Action>

Haben wir Sie nicht gebeten, ist nichts zu tun.`,
};
