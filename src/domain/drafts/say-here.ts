import { z } from 'zod';
import { NotFound } from '#domain/core/errors.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { ROLES, type Role } from '#model/roles.ts';

/** How long somebody is here after their page said so last, in milliseconds: three times its pace. */
const HERE_MS = 45_000;

/** Somebody else in the same draft: by what they do in the team, never by name. */
export interface Here {
  /** `you`: the same person, in another window. */
  role: Role | 'you';
  writing: boolean;
}

/** Says that somebody has a draft open, and answers who else has. Throws NotFound when there is no such draft. */
export const sayHere = verb({
  name: 'drafts/say-here',
  input: z.strictObject({ id: z.int().positive(), writing: z.boolean() }),
  async run(tx, ctx, { id, writing }): Promise<Here[]> {
    const { accountId, sessionId } = requireAccount(ctx);
    if (!(await tx.draft.findUnique({ where: { id }, select: { id: true } }))) throw new NotFound();
    const seen = { accountId, writing, seenAt: ctx.now };
    const draftId_sessionId = { draftId: id, sessionId };
    await tx.presence.upsert({ where: { draftId_sessionId }, create: { ...draftId_sessionId, ...seen }, update: seen });
    const others = await tx.$queryRaw<{ accountId: bigint; roles: Role[]; writing: boolean }[]>`
      SELECT p."accountId", a.roles::text[] AS roles, p.writing FROM "Presence" p JOIN "Account" a ON a.id = p."accountId"
      WHERE p."draftId" = ${id} AND p."sessionId" <> ${sessionId} AND p."seenAt" > ${new Date(ctx.now.getTime() - HERE_MS)}
      ORDER BY p.writing DESC, p."accountId", p."sessionId" LIMIT 20`;
    return others.map((other) => ({ role: other.accountId === accountId ? 'you' : roleOf(other.roles), writing: other.writing }));
  },
  audit: () => null,
});

/** The one that says most of somebody with several. */
function roleOf(roles: readonly Role[]): Role {
  return (['approver', 'author', 'admin'] as const).find((role) => roles.includes(role)) ?? ROLES[0];
}
