import type { Templates } from '#locales/templates.ts';

export const site: Templates['site'] = {
  menuPath: 'Konto › Sicherheit',
  welcome: {
    title: 'Wo wir über Sicherheit schreiben',
    summary: 'Wenn etwas passiert, das Ihr Konto betrifft, lesen Sie es zuerst hier.',
    body: `Hier schreibt {brand} über Sicherheit. Passiert etwas, das Ihre Daten betrifft, lesen Sie hier, was es war, wen es betrifft und was zu tun ist. Zum Lesen brauchen Sie kein Konto.

## Woran Sie uns erkennen

Tippen Sie {host} selbst ein. Wir fragen nie per E-Mail, Telefon oder Chat nach Passwort, Code oder Geld. So sehen [unsere echten Nachrichten]({genuine}) aus.

## Ist Ihnen etwas aufgefallen?

Schreiben Sie an [{security}](mailto:{security}), mit Ihren eigenen Worten.`,
  },
  pages: {
    help: {
      title: 'Wenn Sie sich nicht anmelden können',
      body: `Nehmen Sie sich Zeit. Solange Sie abgemeldet sind, geht nichts verloren, und niemand, der es ehrlich meint, drängt Sie.

## Zuerst: Sind Sie am richtigen Ort?

- Öffnen Sie {brand} wie immer: in Ihrer App, oder tippen Sie **{host}** selbst ein. Folgen Sie keinem Link aus einer Nachricht, auch keinem, der nach uns aussieht.
- Bietet Ihr Passwort-Manager Ihr Passwort nicht an? Dann lesen Sie die Adresse noch einmal, Buchstabe für Buchstabe. Er kennt unsere Adresse besser als wir alle.
- Verlassen Sie jede Seite und jeden Anruf, wo man einen Code aus Ihrer E-Mail verlangt. Einen Code tippen Sie an einem einzigen Ort ein: auf unserer eigenen Seite, nachdem Sie ihn selbst angefordert haben.

## Dann: Versuchen Sie dies, der Reihe nach

1. Prüfen Sie die E-Mail-Adresse. Ist es die, mit der Sie sich registriert haben?
2. Prüfen Sie die Tastatur: Großbuchstaben und die eingestellte Sprache.
3. Tippen Sie das Passwort einmal langsam von Hand. Am Ende eines kopierten kann ein Leerzeichen hängen.
4. Nach zu vielen falschen Versuchen machen wir eine Pause, um Leute aufzuhalten, die raten. Warten Sie eine Viertelstunde und versuchen Sie es wieder.
5. Versuchen Sie es auf einem Gerät, auf dem Sie schon angemeldet waren.

Stimmt die Adresse oder das Passwort nicht, sagt die Seite nicht, was von beiden. Das ist Absicht: So verrät sie nichts an Leute, die raten.

## Haben wir Sie abgemeldet?

Steht in einer Mitteilung, dass wir um eine neue Anmeldung bitten, gilt Ihr altes Passwort weiter. Haben wir Sie gebeten, es zu ändern, melden Sie sich an. Ihr Konto führt Sie dann Schritt für Schritt. Wo andere das alte Passwort kennen könnten, verlangen wir stattdessen einen Code. Wir schicken ihn an die E-Mail-Adresse Ihres Kontos, sobald Sie ihn dort anfordern.

## Sie wissen das Passwort nicht?

Wählen Sie auf der Anmeldeseite **Ich habe mein Passwort vergessen**. Wir schicken einen Code an die E-Mail-Adresse Ihres Kontos, und mit ihm wählen Sie ein neues Passwort. Dafür braucht niemand Ihr altes, und in keiner E-Mail von uns steht ein Link.

## Sie bekommen unsere E-Mails nicht?

Schreiben Sie an [{security}](mailto:{security}), oder rufen Sie {phone} an. Sie dürfen von jeder Adresse schreiben. Wir fragen nach Ihrem Konto, nie nach einem Passwort oder Code. Es dauert länger, als Ihnen lieb ist, denn dieselbe Frage stellen auch Leute, die ein fremdes Konto wollen.

## Ist jemand anders in Ihrem Konto?

1. Geben Sie zuerst Ihrem Postfach ein neues Passwort. Wer Ihre E-Mails liest, kann in Ihrem Namen neue Passwörter anfordern.
2. Ändern Sie dann Ihr Passwort bei {brand}, und lassen Sie dabei Ihre anderen Geräte abmelden.
3. Sagen Sie es uns. Wir sehen, von wo ein Konto benutzt wurde, und helfen Ihnen.`,
    },
    contact: {
      title: 'Kontakt',
      body: `**Sicherheit:** [{security}](mailto:{security}), oder Telefon {phone}.

**Ihre Daten:** [{privacy}](mailto:{privacy}).

**Presse:** [{press}](mailto:{press})

**Post:** {legalName}, {post}

Bitte senden Sie uns nie ein Passwort oder einen Code. Wir brauchen sie nicht, und wir fragen nie danach.

## Haben Sie eine Schwachstelle gefunden?

Schreiben Sie an [{security}](mailto:{security}), mit Ihren eigenen Worten und in jeder Sprache. Wir danken Ihnen mit Namen, wenn Sie möchten.`,
    },
    press: {
      title: 'Presse',
      body: `Schreiben Sie an [{press}](mailto:{press}).

Jede Mitteilung endet mit einer Erklärung, die Sie ganz zitieren dürfen. Sie trägt eine Uhrzeit, und die Seite zeigt, was sich seither geändert hat. Berichtigen wir etwas, bleiben die alten Worte neben den neuen lesbar.

Alles steht in der [Liste der Mitteilungen]({advisories}) und in unseren Feeds. Sie bringen jede neue Nachricht in derselben Minute, in der sie alle anderen lesen können. Niemand bekommt von uns mehr oder weniger, als dort steht.`,
    },
    privacy: {
      title: 'Datenschutz',
      body: `Sie können hier jede Mitteilung lesen, ohne uns zu sagen, wer Sie sind. Diese Seiten setzen keine Cookies, zählen keine Besuche und laden nichts von anderen.

Wenn Sie sich anmelden, setzen wir ein Cookie, das Sie angemeldet hält, und eines, das unsere Formulare schützt. Keines folgt Ihnen anderswohin.

## Was wir aufbewahren, und wie lange

- **90 Tage nach ihrem Ende** – Ihre Anmeldungen: Gerät, Teil der Netzadresse, damit Sie sie sehen und beenden können
- **13 Monate** – Sicherheitsereignisse, etwa ein geändertes Passwort, damit Sie sie prüfen können
- **1 Tag** – Codes, die wir Ihnen per E-Mail schicken, als Beweis, dass Sie es sind
- **30 Tage** – Die Adresse, an die eine Nachricht ging, damit wir wissen, dass sie ankam
- **7 Jahre** – Wer bei uns was getan hat, mit Kontonummern und ohne Namen, damit man uns prüfen kann

## Ihre Rechte

Sie können eine Kopie Ihrer Daten verlangen, sie berichtigen oder löschen lassen. Schreiben Sie an [{privacy}](mailto:{privacy}). Genügt Ihnen unsere Antwort nicht, können Sie sich bei der Datenschutzbehörde an Ihrem Wohnort beschweren.`,
    },
    legal: {
      title: 'Impressum',
      body: `{legalName}, {post}

[{security}](mailto:{security}), {phone}`,
    },
  },
};
