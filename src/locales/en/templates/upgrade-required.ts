import type { AdvisoryWords } from '#locales/templates.ts';

export const upgradeRequired: AdvisoryWords = {
  title: 'TODO (which app needs an update, and why)',
  summary: 'TODO (which versions, by when, and from where)',
  lead: `Our app for TODO (platform), up to version TODO (number), has a fault: TODO (what it lets others do with data of your account). The new version closes it.

We ask people who use that app to update it. On other platforms there is nothing to do.`,
  happened: `TODO (what the fault is, and since which version it was there). TODO (who found it) told us on TODO (day).

TODO (whether somebody used it, and where we looked).`,
  information: `<DataInvolved />

### What this could mean

TODO (what someone could do through the fault).`,
  doing: `<Measures />

We are sorry that this fault was ours.`,
  canDo: `<Platforms />

<Action cohort="app-users">
The app tells you when it is your turn, and opens the store. You see your version under TODO (place in the app). If your device can’t take the new version, TODO (what to do instead).
</Action>

Install it only from these places:

<TrustedStores />`,
};
