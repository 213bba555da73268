import { z } from 'zod';
import { query } from '#domain/core/verb.ts';
import { type TextEvent, textEvents } from './events.ts';

/** Of one page. */
const SHOWN = 100;
const MAX_PAGES = 10_000;

export interface NewestEvents {
  events: TextEvent[];
  isLast: boolean;
}

/** What was done with all texts, the newest first; by pages, counted from 1. */
export const newestEvents = query({
  name: 'history/newest-events',
  input: z.strictObject({ page: z.int().positive().max(MAX_PAGES) }),
  async run({ db }, { page }): Promise<NewestEvents> {
    const found = await textEvents(db, { postId: null, skip: (page - 1) * SHOWN, limit: SHOWN + 1 });
    return { events: found.slice(0, SHOWN), isLast: found.length <= SHOWN };
  },
});
