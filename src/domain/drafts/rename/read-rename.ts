import { z } from 'zod';
import { query } from '#domain/core/verb.ts';
import { whatGoes } from '../what-goes.ts';

export interface RenameView {
  draft: number;
  path: string;
  kind: 'advisory' | 'note' | 'update';
  /** The word of its address. */
  slug: string;
  /** Of the advisory of an update: its address begins with it. */
  advisory: string | null;
  isLive: boolean;
}

/** The word that a text has in its address, and whether it may still have another one. Throws NotFound when there is no such draft. */
export const readRename = query({
  name: 'drafts/rename/read-rename',
  input: z.strictObject({ id: z.int().positive() }),
  async run({ db }, { id }): Promise<RenameView> {
    const { draft, path, kind, slug, advisory, isLive } = await whatGoes(db, id);
    return { draft, path, kind, slug, advisory, isLive };
  },
});
