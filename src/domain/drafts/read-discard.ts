import { z } from 'zod';
import { query } from '#domain/core/verb.ts';
import { whatGoes, type WhatGoes } from './what-goes.ts';

export type DiscardView = Pick<WhatGoes, 'draft' | 'path' | 'locale' | 'languages' | 'isLive' | 'updates'>;

/** What would go, if somebody threw a draft away. Throws NotFound when there is none. */
export const readDiscard = query({
  name: 'drafts/read-discard',
  input: z.strictObject({ id: z.int().positive() }),
  async run({ db }, { id }): Promise<DiscardView> {
    const { draft, path, locale, languages, isLive, updates } = await whatGoes(db, id);
    return { draft, path, locale, languages, isLive, updates };
  },
});
