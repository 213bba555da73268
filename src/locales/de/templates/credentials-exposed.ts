import type { AdvisoryWords } from '#locales/templates.ts';

export const credentialsExposed: AdvisoryWords = {
  title: 'TODO (welche Passwörter, und dass sie nichts mehr nützen)',
  summary: 'TODO (wie viele Konten, was wir getan haben und was ihre Besitzer jetzt tun)',
  lead: `Am TODO (Tag und Uhrzeit) haben wir entdeckt, dass Passwörter von TODO (Zahl) Konten kopiert wurden. Gespeichert waren sie TODO (wie). Am TODO (Tag und Uhrzeit) haben wir sie unbrauchbar gemacht.

Ihre Besitzer wählen ein neues Passwort. Haben wir Ihnen nicht geschrieben, ist nichts zu tun.`,
  happened: `Der Zugriff begann am TODO (Tag und Uhrzeit). Er endete am TODO (Tag und Uhrzeit), als wir den Weg hinein schlossen.

TODO (wie die Passwörter erreicht wurden, oder dass wir es noch nicht wissen). Aufgefallen ist es uns, weil TODO (was zuerst zu sehen war).`,
  information: `<DataInvolved />

TODO (ob sich jemand anders mit diesen Passwörtern angemeldet hat, und wo wir nachgesehen haben).

### Was das bedeuten kann

Jemand könnte dieselbe E-Mail-Adresse und dasselbe Passwort bei anderen Diensten versuchen.`,
  doing: `<Measures />

Es tut uns leid, dass das passiert ist. Passwörter zu schützen ist unsere Aufgabe.`,
  canDo: `<Platforms />

<Action cohort="passwords-exposed">
Öffnen Sie {brand} wie immer: in Ihrer App, oder tippen Sie {host} selbst ein. Ihr Konto führt Sie Schritt für Schritt. Wir senden einen Code an die E-Mail-Adresse Ihres Kontos, wenn Sie ihn dort anfordern. Haben Sie das alte Passwort auch anderswo benutzt, ändern Sie es dort ebenfalls.
</Action>

Haben wir Sie nicht gebeten, ist nichts zu tun.`,
};
