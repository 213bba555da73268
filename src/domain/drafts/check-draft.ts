import { z } from 'zod';
import type { Finding } from '#compiler/text/finding.ts';
import { query } from '#domain/core/verb.ts';
import { judgedSave } from './judged-save.ts';

export interface CheckedDraft {
  /** The save that this is about: a newer one than was asked about, where somebody saves meanwhile. */
  version: number;
  /** No error among them. */
  ok: boolean;
  /** A preview shows this save; else the last one that could be shown. */
  shown: boolean;
  /** In the order of the text; line and column count from 1. */
  findings: Finding[];
}

/** What `candor content check` would say of a draft as it is saved now. Throws NotFound when there is none, TooMany when too many are asked for at once. */
export const checkDraft = query({
  name: 'drafts/check-draft',
  input: z.strictObject({ id: z.int().positive() }),
  async run(ctx, { id }): Promise<CheckedDraft> {
    const { version, verdict, picture } = await judgedSave(ctx, id);
    return { version, ok: verdict.ok, shown: picture?.version === version, findings: verdict.findings };
  },
});
