import type { Rendered } from '#model/edition.ts';
import type { Facts } from '#model/facts.ts';
import type { CheckResult } from '#compiler/folder/check-result.ts';
import type { FrontMatter } from '#compiler/text/front-matter.ts';
import type { Context } from '#domain/core/context.ts';
import { NotFound } from '#domain/core/errors.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import type { PrismaClient } from '#generated/prisma/client.ts';
import { judgeDraft } from './judge-draft.ts';
import { judgeInTurn } from './judge-in-turn.ts';

/** Drafts of which a process keeps the last picture, or what took long to find. */
const MAX_KEPT = 32;

/** What a draft looked like when nothing in its text was wrong. */
export interface Picture {
  version: number;
  /** When it was judged. */
  at: Date;
  frontMatter: FrontMatter;
  rendered: Rendered;
  /** Hashes, in the order of the text. */
  pictures: string[];
  facts: Facts | null;
}

export interface JudgedSave {
  /** The save that was judged. */
  version: number;
  verdict: CheckResult;
  /** Of this save or, where something is wrong with it, of the last one that this process saw; null where it saw none. */
  picture: Picture | null;
}

const kept = new WeakMap<PrismaClient, Map<number, Picture>>();

/** What takes longer to judge is judged once a save for a while, in milliseconds: its asker waits less long than it takes, and asks again. */
const LONG_MS = 2_000;
const HELD_MS = 10_000;
const held = new WeakMap<PrismaClient, Map<number, { version: number; verdict: CheckResult; until: number }>>();

/** Judges a draft as it is saved now, in its turn. Throws NotFound when there is none, TooMany when too many are asked for. */
export function judgedSave(ctx: Context, id: number): Promise<JudgedSave> {
  const { accountId } = requireAccount(ctx);
  const { db } = ctx;
  return judgeInTurn(db, { draftId: id, accountId }, async () => {
    const draft = await db.draft.findUnique({ where: { id }, include: { post: true, update: true } });
    if (!draft) throw new NotFound();
    const { version } = draft;
    const before = held.get(db)?.get(id);
    if (before?.version === version && performance.now() < before.until) return { version, verdict: before.verdict, picture: lastPicture(db, id) };
    const started = performance.now();
    const { verdict, facts } = await judgeDraft(ctx, draft);
    const ended = performance.now();
    if (ended - started > LONG_MS) keepNewest(held, db, id, { version, verdict, until: ended + HELD_MS });
    const { frontMatter, rendered, pictures = [] } = verdict.result ?? {};
    // What is wrong beside the text, a language that is missing or a dead link, is no reason not to see it.
    if (frontMatter && rendered) {
      const hashes = [...new Set(pictures.map(({ hash }) => hash))];
      keepNewest(kept, db, id, { version, at: ctx.now, frontMatter, rendered, pictures: hashes, facts: facts?.facts ?? null });
    }
    return { version, verdict, picture: lastPicture(db, id) };
  });
}

/** The last picture of a draft that this process has. */
export function lastPicture(db: PrismaClient, id: number): Picture | null {
  return kept.get(db)?.get(id) ?? null;
}

/** The one that was made longest ago goes first. */
function keepNewest<Kept>(all: WeakMap<PrismaClient, Map<number, Kept>>, db: PrismaClient, id: number, one: Kept): void {
  const ofProcess = all.get(db) ?? new Map<number, Kept>();
  all.set(db, ofProcess);
  ofProcess.delete(id);
  ofProcess.set(id, one);
  const [oldest] = ofProcess.keys();
  if (ofProcess.size > MAX_KEPT && oldest !== undefined) ofProcess.delete(oldest);
}
