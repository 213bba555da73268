import { writeYaml } from '#compiler/text/yaml/write-yaml.ts';
import type { Transaction } from '#domain/core/context.ts';
import { siteSchema } from '#model/site.ts';
import { type PulledFile, sha256 } from './pulled-file.ts';

/** `site.yaml` as a revision of the site says it, by its id, or the newest one; null where there is none. */
export async function pulledSite(tx: Pick<Transaction, 'siteRevision'>, id: number | null): Promise<PulledFile | null> {
  const rows = await tx.siteRevision.findMany({ orderBy: { id: 'desc' }, select: { id: true, json: true, source: true } });
  const row = rows.find((one) => id === null || one.id === id);
  return row ? { path: 'site.yaml', text: textOf(row), known: rows.map((one) => sha256(textOf(one))) } : null;
}

function textOf({ source, json }: { source: string | null; json: unknown }): string {
  return source ?? writeYaml(siteSchema.safeParse(json).data ?? (json as object));
}
