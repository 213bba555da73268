import type { AdvisoryWords } from '#locales/templates.ts';

export const credentialsExposed: AdvisoryWords = {
  title: 'TODO (which passwords, and that they are of no use any more)',
  summary: 'TODO (how many accounts, what we did, and what their owners do now)',
  lead: `On TODO (day and time) we found that passwords of TODO (number) accounts were copied. They were stored TODO (how). We made them useless on TODO (day and time).

Their owners choose a new password. If we did not write to you, there is nothing to do.`,
  happened: `The access began on TODO (day and time). It ended on TODO (day and time), when we closed the way in.

TODO (how the passwords were reached, or that we do not know it yet). We noticed because TODO (what was seen first).`,
  information: `<DataInvolved />

TODO (whether somebody else signed in with these passwords, and where we looked).

### What this could mean

Someone could try the same email address and password at other services.`,
  doing: `<Measures />

We are sorry that this happened. Keeping passwords safe is our job.`,
  canDo: `<Platforms />

<Action cohort="passwords-exposed">
Open {brand} as you always do: use your app, or type {host} yourself. Your account leads you through it. We send a code to the email address of your account, once you ask for it there. If you used the old password elsewhere, change it there too.
</Action>

If we did not ask you, there is nothing to do.`,
};
