import type { Renderer } from '#compiler/render/renderer.ts';
import type { DoorContext } from '#domain/core/context.ts';
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
import { startTestRenderer } from '#tests/support/test-renderer.ts';

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
  close(): Promise<void>;
}

/** The team at work on the content of `content/`, which is published. */
export async function openDesk(db: PrismaClient): Promise<Desk> {
  const base = testContext(db, operator);
  const push = { ...base, config: { ...base.config, contentDir: 'content', shiftMs: 0 } };
  const { texts, site } = await pushContent(push, {});
  await publishContent(push, { texts, site });
  const renderer: Renderer = await startTestRenderer();
  return {
    async member(...roles) {
      const account = await createAccount(db, { roles });
      const { actor } = await createSession(db, account, { authenticatedAt: new Date() });
      return testContext(db, actor, { renderer: () => renderer });
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
    close: () => renderer.close(),
  };
}
