import { z } from 'zod';
import { query } from '#domain/core/verb.ts';
import type { Status } from '#model/facts.ts';
import { type TextInWork, textsInWork } from './texts-in-work.ts';

export interface IncidentInWork {
  id: number;
  slug: string;
  title: string;
  /** Of its newest live update; null while nothing of it is live. */
  status: Status | null;
  /** Somebody has written in its facts since they were submitted last. */
  factsOpen: boolean;
  texts: TextInWork[];
}

/** Every incident that has a text or facts, the newest first. */
export const readIncidents = query({
  name: 'studio/read-incidents',
  input: z.strictObject({}),
  async run({ db }): Promise<IncidentInWork[]> {
    const incidents = await db.incident.findMany({
      orderBy: [{ detectedAt: 'desc' }, { id: 'desc' }],
      include: { factsDraft: { select: { authorIds: true, baseId: true } } },
    });
    const texts = Map.groupBy(await textsInWork(db, 'advisory'), ({ incidentId }) => incidentId);
    return incidents.map(({ id, slug, title, factsDraft }) => {
      const own = texts.get(id) ?? [];
      const live = own.filter(({ languages }) => languages.some(({ isLive }) => isLive));
      const newest = live.findLast(({ status }) => status !== null)?.status ?? 'investigating';
      const factsOpen = factsDraft !== null && (factsDraft.authorIds.length > 0 || factsDraft.baseId === null);
      return { id, slug, title, status: live.length === 0 ? null : newest, factsOpen, texts: own };
    });
  },
});
