import type { AdvisoryWords } from '#locales/templates.ts';

export const falseAlarm: AdvisoryWords = {
  title: 'TODO (wonach es aussah, und was es war)',
  summary: 'TODO (dass niemand eingedrungen ist, woher wir es wissen, und dass nichts zu tun ist)',
  lead: `Am TODO (Tag) TODO (was gesagt wurde, und von wem). Es ist niemand eingedrungen: TODO (was es war). Sie müssen nichts tun.`,
  happened: `TODO (was zuerst zu sehen war oder gesagt wurde). Wir haben TODO (welche Protokolle) vom TODO (Tag) bis zum TODO (Tag) geprüft und gefunden: TODO (was es war).`,
  information: `<DataInvolved />`,
  doing: `<Measures />

Die Aufregung tut uns leid.`,
  canDo: `Es ist nichts zu tun. Haben Sie deswegen Ihr Passwort geändert, schadet das nicht.

<Platforms />`,
};
