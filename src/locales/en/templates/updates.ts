import type { Templates } from '#locales/templates.ts';

export const updates: Templates['updates'] = {
  investigating: {
    title: 'TODO (what we are looking into)',
    summary: 'TODO (what we know, what we do not know yet, and what to do)',
    body: `**What we know.** On TODO (day and time) we noticed TODO (what).

**What we do not know yet.** TODO (how it happened, which data was seen, and whose).

**What you can do.** TODO (the step, or that there is nothing to do for now).

**What comes next.** We will write again by TODO (day and time), even if nothing is new.`,
  },
  identified: {
    title: 'TODO (what we found)',
    summary: 'TODO (the cause, whom it concerns, and what they do)',
    body: `**The cause.** TODO (what it was). It is closed since TODO (day and time).

**Who is concerned.** TODO (number of accounts, and which data).

**New since our last update.** TODO (what was not known then).

**What you can do.** If a step is open for you, your account says so. If none is, there is nothing to do.

**What comes next.** We will write again by TODO (day and time), even if nothing is new.`,
  },
  monitoring: {
    title: 'TODO (what is in place now)',
    summary: 'TODO (what we did, and what we watch)',
    body: `**What we did.** TODO (what is in place), since TODO (day and time).

**What we watch.** Until TODO (day) we look at TODO (what).

**How far it is.** TODO (number) of TODO (number) accounts have done their step. If yours is open, your account says so.

**What comes next.** We will write again by TODO (day and time), even if nothing is new.`,
  },
  resolved: {
    title: 'We have finished, and this is what stays',
    summary: 'TODO (the final facts in one sentence)',
    body: `**The final facts.** TODO (what happened, how many accounts, which data). We know this from TODO (which records, from when to when).

**What is different now.** TODO (what we changed, and since when).

**What stays.** TODO (advice that goes on holding).

**Questions.** [{security}](mailto:{security}) answers them. If we learn more, we will reopen this notice.`,
  },
};
