import type { Templates } from '#locales/templates.ts';

export const updates: Templates['updates'] = {
  investigating: {
    title: 'TODO (wem wir nachgehen)',
    summary: 'TODO (was wir wissen, was noch nicht, und was zu tun ist)',
    body: `**Was wir wissen.** Am TODO (Tag und Uhrzeit) fiel uns auf: TODO (was).

**Was wir noch nicht wissen.** TODO (wie es passiert ist, welche Daten gesehen wurden und wessen).

**Was Sie tun können.** TODO (der Schritt, oder dass für den Moment nichts zu tun ist).

**Wie es weitergeht.** Wir schreiben wieder bis TODO (Tag und Uhrzeit), auch wenn es nichts Neues gibt.`,
  },
  identified: {
    title: 'TODO (was wir gefunden haben)',
    summary: 'TODO (die Ursache, wen es betrifft und was zu tun ist)',
    body: `**Die Ursache.** TODO (was es war). Geschlossen ist es seit TODO (Tag und Uhrzeit).

**Wen es betrifft.** TODO (Zahl der Konten, und welche Daten).

**Neu seit unserer letzten Nachricht.** TODO (was damals nicht bekannt war).

**Was Sie tun können.** Ist für Sie ein Schritt offen, sagt es Ihnen Ihr Konto. Ist keiner offen, müssen Sie nichts tun.

**Wie es weitergeht.** Wir schreiben wieder bis TODO (Tag und Uhrzeit), auch wenn es nichts Neues gibt.`,
  },
  monitoring: {
    title: 'TODO (was jetzt eingerichtet ist)',
    summary: 'TODO (was wir getan haben, und was wir beobachten)',
    body: `**Was wir getan haben.** TODO (was eingerichtet ist), seit TODO (Tag und Uhrzeit).

**Was wir beobachten.** Bis TODO (Tag) achten wir auf TODO (was).

**Wie weit es ist.** TODO (Zahl) von TODO (Zahl) Konten haben ihren Schritt getan. Ist Ihrer offen, sagt es Ihnen Ihr Konto.

**Wie es weitergeht.** Wir schreiben wieder bis TODO (Tag und Uhrzeit), auch wenn es nichts Neues gibt.`,
  },
  resolved: {
    title: 'Wir sind fertig, und das bleibt',
    summary: 'TODO (was am Ende feststeht, in einem Satz)',
    body: `**Was am Ende feststeht.** TODO (was passiert ist, wie viele Konten, welche Daten). Wir wissen das aus TODO (welche Protokolle, von wann bis wann).

**Was jetzt anders ist.** TODO (was wir geändert haben, und seit wann).

**Was bleibt.** TODO (Rat, der weiter gilt).

**Fragen.** [{security}](mailto:{security}) beantwortet sie. Erfahren wir mehr, nehmen wir diese Mitteilung wieder auf.`,
  },
};
