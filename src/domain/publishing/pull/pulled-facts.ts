import { writeYaml } from '#compiler/text/yaml/write-yaml.ts';
import type { Transaction } from '#domain/core/context.ts';
import { factsSchema } from '#model/facts.ts';
import { type PulledFile, sha256 } from './pulled-file.ts';

interface Row {
  id: number;
  slug: string;
  json: unknown;
  source: string | null;
  createdAt: Date;
  /** The id of those that its advisory was published with last; null where it was not. */
  live: number | null;
}

/** `incident.yaml` of each incident that is public, or, with `drafts`, of each: as it was published last, or as it was written last. Two statements. */
export async function pulledFacts(tx: Pick<Transaction, '$queryRaw' | 'factsDraft'>, { drafts }: { drafts: boolean }): Promise<PulledFile[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT f.id, i.slug, f.json, f.source, f."createdAt", live.id AS live FROM "FactsRevision" f JOIN "Incident" i ON i.id = f."incidentId"
    LEFT JOIN LATERAL (
      SELECT p."factsRevisionId" AS id FROM "Publication" p JOIN "Post" o ON o.id = p."postId"
      WHERE o."incidentId" = i.id AND p."updateId" IS NULL AND p."factsRevisionId" IS NOT NULL ORDER BY p."editionNumber" DESC, p.id DESC LIMIT 1
    ) live ON TRUE
    ORDER BY f."incidentId", f.id DESC`;
  const revisions = Map.groupBy(rows, ({ slug }) => slug);
  const written = await tx.factsDraft.findMany({ select: { source: true, savedAt: true, incident: { select: { slug: true } } } });
  const inHand = new Map(written.map(({ incident, source, savedAt }) => [incident.slug, { source, savedAt }]));
  return [...new Set([...revisions.keys(), ...(drafts ? inHand.keys() : [])])].flatMap((slug) => {
    const stored = revisions.get(slug) ?? [];
    const draft = inHand.get(slug);
    const text = drafts ? writtenLast(stored[0], draft) : publishedLast(stored);
    if (text === null) return [];
    const known = [...stored.map(textOf), ...(draft ? [draft.source] : [])].map(sha256);
    return [{ path: `incidents/${slug}/incident.yaml`, text, known }];
  });
}

function publishedLast(stored: readonly Row[]): string | null {
  const shown = stored.find(({ id, live }) => id === live);
  return shown ? textOf(shown) : null;
}

function writtenLast(newest: Row | undefined, draft: { source: string; savedAt: Date } | undefined): string | null {
  if (draft && (!newest || draft.savedAt >= newest.createdAt)) return draft.source;
  return newest ? textOf(newest) : null;
}

function textOf({ source, json }: Row): string {
  return source ?? writeYaml(factsSchema.safeParse(json).data ?? (json as object));
}
