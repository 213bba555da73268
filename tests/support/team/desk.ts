import type { DoorContext } from '#domain/core/context.ts';
import { openDatabase } from '#domain/core/postgres/database.ts';
import { saveDraft } from '#domain/drafts/save-draft.ts';
import { startDraft } from '#domain/drafts/start-draft.ts';
import { publishContent } from '#domain/publishing/publish.ts';
import { pushContent } from '#domain/publishing/push.ts';
import { readVerdict } from '#domain/review/read-verdict.ts';
import { submitDraft } from '#domain/review/submit-draft.ts';
import type { PrismaClient } from '#generated/prisma/client.ts';
import type { Role } from '#model/roles.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { operator, testContext } from '#tests/support/context.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { filledDatabase } from '#tests/support/filled-database.ts';

export const ADVISORY = { kind: 'advisory', slug: 'internal-systems-access', update: '', locale: 'en' } as const;
export const NOTE = { kind: 'note', slug: 'how-we-handle-incidents', update: '', locale: 'en' } as const;

export interface Desk {
  /** Somebody of the team who has just signed in. */
  member(...roles: Role[]): Promise<DoorContext>;
  open(ctx: DoorContext, place: Parameters<typeof startDraft>[1]): Promise<number>;
  /** Writes over a draft, as whoever saves. */
  write(ctx: DoorContext, draft: number, change: (text: string) => string): Promise<void>;
  /** Submits a draft as it is, with what may stand. */
  submit(ctx: DoorContext, draft: number): Promise<number>;
}

/** A database in which the content of `content/` is published, for the team to work on. */
export async function deskDatabase(): Promise<TestDatabase> {
  const { database } = await filledDatabase('desk', async (url) => {
    const { db, close } = openDatabase(url);
    const base = testContext(db, operator);
    const push = { ...base, config: { ...base.config, contentDir: 'content', shiftMs: 0 } };
    const { texts, site } = await pushContent(push, {});
    await publishContent(push, { texts, site });
    await close();
  });
  return database;
}

/** The team at work on it. */
export function openDesk(db: PrismaClient): Desk {
  return {
    async member(...roles) {
      const account = await createAccount(db, { roles });
      const { actor } = await createSession(db, account, { authenticatedAt: new Date() });
      return testContext(db, actor);
    },
    open: async (ctx, place) => (await startDraft(ctx, place)).id,
    async write(ctx, draft, change) {
      const { version, source } = await db.draft.findUniqueOrThrow({ where: { id: draft } });
      await saveDraft(ctx, { id: draft, version, source: change(source) });
    },
    async submit(ctx, draft) {
      const { version, findings } = await readVerdict(ctx, { id: draft });
      return (await submitDraft(ctx, { draft, version, findings })).submission;
    },
  };
}
