import type { SampleAccount } from '#scripts/demo/data.ts';
import { tellStory } from '#scripts/demo/story.ts';
import { storyShift } from '#scripts/demo/story-shift.ts';
import { filledDatabase } from './filled-database.ts';
import { type Served, SETTINGS, serveBuild } from './serve.ts';

export interface ServedStory extends Served {
  account(key: string): SampleAccount;
}

/** The production build with the demo's story told: people, posts, orders. `env` sets more of its environment. */
export async function serveStory(env: Record<string, string> = {}): Promise<ServedStory> {
  const { database, told } = await filledDatabase('story', async (url) => {
    const CANDOR_SHIFT = String(await storyShift(new Date()));
    const accounts = await tellStory({ ...SETTINGS, CANDOR_DEMO: '1', CANDOR_SHIFT, CANDOR_URL: 'http://localhost', DATABASE_URL: url });
    return { CANDOR_SHIFT, accounts };
  });
  const served = await serveBuild({ contentDir: null, database, env: { CANDOR_DEMO: '1', CANDOR_SHIFT: told.CANDOR_SHIFT, ...env } });
  return {
    ...served,
    account(key) {
      const found = told.accounts.find((account) => account.key === key);
      if (!found) throw new Error(`The story has no ${key}.`);
      return found;
    },
  };
}
