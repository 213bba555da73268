import type { AdvisoryWords } from '#locales/templates.ts';

export const dataAccessed: AdvisoryWords = {
  title: 'TODO (what happened, and whether it is over)',
  summary: 'TODO (what was seen, whose it was, and what to do)',
  lead: `On TODO (day and time) we found that someone had entered TODO (which systems) without permission. They saw TODO (which data) of TODO (number) accounts. TODO (which data) was not part of it.

We ask TODO (number) accounts to TODO (step). Everybody else has nothing to do.`,
  happened: `The access began on TODO (day and time). It ended on TODO (day and time), when we closed the way in.

TODO (how they came in, or that we do not know it yet). We noticed because TODO (what was seen first).`,
  information: `<DataInvolved />

### What this could mean

TODO (what someone could do with this data). We told the people concerned on TODO (day).`,
  doing: `<Measures />

We are sorry that this happened.`,
  canDo: `<Platforms />

<Action cohort="data-seen">
TODO (the step, and where it is done). Open {brand} as you always do: use your app, or type {host} yourself.
</Action>

If we did not ask you, there is nothing to do.`,
};
