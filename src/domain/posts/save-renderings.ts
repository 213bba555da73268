import type { Transaction } from '#domain/core/context.ts';
import type { StoredRendering } from './stored-rendering.ts';

interface NewRendering {
  sourceHash: string;
  /** Empty where there are no facts. */
  factsHash: string;
  toolchain: string;
  json: StoredRendering;
}

/**
 * Gives the id of each rendering, in their order. One that is stored already is that row, whatever came after it; one that looks
 * different is a new row, and nothing that was published changes. One statement, however many.
 */
export async function saveRenderings(tx: Transaction, renderings: readonly NewRendering[]): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    WITH given AS (
      SELECT n, v->>'sourceHash' AS source, v->>'factsHash' AS facts, v->>'toolchain' AS toolchain, v->'json' AS json
      FROM jsonb_array_elements(${JSON.stringify(renderings)}::jsonb) WITH ORDINALITY AS t(v, n)
    ), stored AS (
      SELECT g.n, min(r.id) AS id FROM given g JOIN "Rendering" r
        ON r."sourceHash" = g.source AND r."factsHash" = g.facts AND r.toolchain = g.toolchain AND r.json = g.json
      GROUP BY g.n
    ), numbered AS (
      SELECT g.*, nextval(pg_get_serial_sequence('"Rendering"', 'id'))::int AS id FROM given g WHERE g.n NOT IN (SELECT n FROM stored)
    ), added AS (
      INSERT INTO "Rendering" (id, "sourceHash", "factsHash", toolchain, json) SELECT id, source, facts, toolchain, json FROM numbered
    )
    SELECT id FROM (SELECT n, id FROM stored UNION ALL SELECT n, id FROM numbered) every ORDER BY n`;
  return rows.map(({ id }) => id);
}
