import { writeYaml } from '#compiler/text/yaml/write-yaml.ts';
import type { Transaction } from '#domain/core/context.ts';
import { factsSchema } from '#model/facts.ts';
import { type PulledFile, sha256 } from './pulled-file.ts';

interface Row {
  id: number;
  slug: string;
  json: unknown;
  source: string | null;
  /** The id of those that its advisory was published with last; null where it was not. */
  live: number | null;
}

/** `incident.yaml` of each incident that is public, or, with `drafts`, of each: as it was published last, or as it is newest. */
export async function pulledFacts(tx: Pick<Transaction, '$queryRaw'>, { drafts }: { drafts: boolean }): Promise<PulledFile[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT f.id, i.slug, f.json, f.source, live.id AS live FROM "FactsRevision" f JOIN "Incident" i ON i.id = f."incidentId"
    LEFT JOIN LATERAL (
      SELECT p."factsRevisionId" AS id FROM "Publication" p JOIN "Post" o ON o.id = p."postId"
      WHERE o."incidentId" = i.id AND p."updateId" IS NULL AND p."factsRevisionId" IS NOT NULL ORDER BY p."editionNumber" DESC, p.id DESC LIMIT 1
    ) live ON TRUE
    ORDER BY f."incidentId", f.id DESC`;
  return [...Map.groupBy(rows, ({ slug }) => slug)].flatMap(([slug, revisions]) => {
    const shown = drafts ? revisions[0] : revisions.find(({ id, live }) => id === live);
    return shown ? [{ path: `incidents/${slug}/incident.yaml`, text: textOf(shown), known: revisions.map((one) => sha256(textOf(one))) }] : [];
  });
}

function textOf({ source, json }: Row): string {
  return source ?? writeYaml(factsSchema.safeParse(json).data ?? (json as object));
}
