import type { SampleAccount } from '#scripts/demo/data.ts';
import { tellStory } from '#scripts/demo/story.ts';
import { storyShift } from '#scripts/demo/story-shift.ts';
import { waitFor } from '#scripts/support/wait-for.ts';
import { type Served, serveBuild } from './serve.ts';

export interface ServedStory extends Served {
  account(key: string): SampleAccount;
}

/** The production build with the demo's story told: people, posts, orders. `env` sets more of its environment. */
export async function serveStory(env: Record<string, string> = {}): Promise<ServedStory> {
  const served = await serveBuild({ contentDir: null, env: { CANDOR_DEMO: '1', CANDOR_SHIFT: String(await storyShift(new Date())), ...env } });
  const accounts = await tellStory(served.env);
  await waitFor(
    async () => (await fetch(`${served.url}/readyz`)).status === 200,
    60_000,
    () => served.server.lastLines(),
  );
  return {
    ...served,
    account(key) {
      const found = accounts.find((account) => account.key === key);
      if (!found) throw new Error(`The story has no ${key}.`);
      return found;
    },
  };
}
