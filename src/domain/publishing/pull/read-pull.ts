import { z } from 'zod';
import type { Transaction } from '#domain/core/context.ts';
import { NotFound } from '#domain/core/errors.ts';
import { query } from '#domain/core/verb.ts';
import { liveTexts } from '../live/live-texts.ts';
import { draftTexts } from './draft-texts.ts';
import { namedPictures } from './named-pictures.ts';
import { pulledFacts } from './pulled-facts.ts';
import type { PulledFile } from './pulled-file.ts';
import { pulledSite } from './pulled-site.ts';
import { pulledTexts } from './pulled-texts.ts';

/** Milliseconds: a folder of some thousand texts is read in it. */
const TIMEOUT_MS = 120_000;

export interface Pulled {
  /** The edition that is live; null before the first. */
  edition: number | null;
  files: PulledFile[];
  /** By path; SHA-256 (hex) of what stands there. */
  pictures: { path: string; hash: string }[];
  /** Of every picture that was ever stored. */
  storedPictures: string[];
}

/**
 * What a content folder holds that says what is published, or, with `drafts`, what is being written: each file with the words that it has. All of one
 * moment. Throws NotFound where nothing is there to be written.
 */
export const readPull = query({
  name: 'publishing/pull/read-pull',
  input: z.strictObject({ drafts: z.boolean() }),
  run: ({ db }, { drafts }): Promise<Pulled> => db.$transaction((tx) => pull(tx, drafts), { isolationLevel: 'RepeatableRead', timeout: TIMEOUT_MS }),
});

async function pull(tx: Transaction, drafts: boolean): Promise<Pulled> {
  const newest = await tx.edition.findFirst({ orderBy: { number: 'desc' }, select: { number: true, siteRevisionId: true } });
  const site = await pulledSite(tx, drafts ? null : (newest?.siteRevisionId ?? 0));
  if (!site)
    throw new NotFound(drafts ? 'There is nothing yet: candor content push comes first.' : 'Nothing is published yet: candor content push comes first.');
  const live = await liveTexts(tx);
  const texts = await pulledTexts(tx, live, drafts ? await draftTexts(tx) : []);
  return {
    edition: newest?.number ?? null,
    files: [site, ...(await pulledFacts(tx, { drafts })), ...texts].sort(byPath),
    pictures: (await namedPictures(tx, live, drafts)).sort(byPath),
    storedPictures: (await tx.picture.findMany({ select: { hash: true } })).map(({ hash }) => hash),
  };
}

const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
