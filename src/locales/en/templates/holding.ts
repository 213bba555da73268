import type { AdvisoryWords, HoldingWord } from '#locales/templates.ts';

export const holdingNotice: AdvisoryWords = {
  title: 'We are looking into a possible security incident',
  summary: 'We do not know yet whether data of accounts was seen. For now there is nothing to do. We will write again, even if nothing is new.',
  lead: `As of <Time at="{now}" />, we are looking into a possible security incident at {brand}. We do not know yet whether data was seen. We do not know yet how many accounts it concerns.

For now there is nothing to do. We will write again by the time at the end of this notice, even if nothing is new.`,
  happened: `Something in our systems does not look right, and we are finding out what it is. We do not know yet what happened, when it began, or whether it has ended.`,
  information: `We do not know yet whether data was seen, and whose. Once we know, we will say here what was seen, what was not, and where we looked.`,
  doing: `<Measures />

We are sorry for the worry that this notice may bring. We would rather tell you early.`,
  canDo: `For now there is nothing to do. If a step is needed, you will read it here and in your account.

<Platforms />

If a message asks for your password because of this, it is not from us.`,
};

export const holding: Record<HoldingWord, string> = {
  title: 'A possible security incident',
  howFound: 'Something in our systems did not look right.',
  cause: 'We do not know yet what happened.',
  sources: 'the records of our systems, which we are still reading',
  gaps: 'We do not know yet whether any records are missing.',
  measure: 'We are finding out what happened, and whom it concerns.',
  notAffected: 'We are still looking, and have not connected your account with this.',
  interimAdvice: 'If a message asks for your password because of this, it is not from us.',
  role: 'Security team',
  statement:
    'We are looking into a possible security incident. We do not know yet what happened, or whom it concerns. We will say more here as soon as we know it.',
};
