export const more = `**Ist diese Mitteilung echt?** Tippen Sie {host} selbst ein und wählen Sie {menuPath}. Dort finden Sie die Mitteilung {noticeId}. Wir fragen nie per E-Mail, Telefon oder Chat nach Passwort, Code oder Geld. So sehen [unsere echten Nachrichten]({genuine}) aus.

**Fragen?** Schreiben Sie an [{security}](mailto:{security}). Telefonnummer und Postanschrift stehen auf der [Kontaktseite]({contact}). Für die Presse: [{press}](mailto:{press}).

<NextUpdate />

<Statement />`;
