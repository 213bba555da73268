import { noticeIdAt } from '#compiler/templates/notice-id.ts';
import type { Context, Transaction } from '#domain/core/context.ts';

const NOTICE = /^noticeId: *["']?([A-Z0-9-]+)/m;

/** The number of a notice that begins now: of the minute, or the next after those of the same minute. Others that begin wait for whoever asks. */
export async function freeNoticeId(tx: Transaction, { now }: Context): Promise<string> {
  const first = noticeIdAt(now);
  const drafts = await tx.factsDraft.findMany({ where: { source: { contains: first } }, select: { source: true } });
  const revisions = await tx.factsRevision.findMany({ where: { json: { path: ['noticeId'], string_starts_with: first } }, select: { json: true } });
  const taken = new Set([...drafts.map(({ source }) => NOTICE.exec(source)?.[1]), ...revisions.map(({ json }) => (json as { noticeId: string }).noticeId)]);
  let free = first;
  for (let next = 2; taken.has(free); next += 1) free = `${first}-${next}`;
  return free;
}
