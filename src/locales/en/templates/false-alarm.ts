import type { AdvisoryWords } from '#locales/templates.ts';

export const falseAlarm: AdvisoryWords = {
  title: 'TODO (what it looked like, and what it was)',
  summary: 'TODO (that it was no intrusion, how we know, and that there is nothing to do)',
  lead: `On TODO (day) TODO (what was said, and by whom). It was not an intrusion: TODO (what it was). There is nothing to do.`,
  happened: `TODO (what was seen or said first). We checked TODO (which records), from TODO (day) to TODO (day), and found TODO (what it was).`,
  information: `<DataInvolved />`,
  doing: `<Measures />

We are sorry for the worry.`,
  canDo: `There is nothing to do. If you changed your password because of this, that does no harm.

<Platforms />`,
};
