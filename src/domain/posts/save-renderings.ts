import type { Transaction } from '#domain/core/context.ts';
import type { StoredRendering } from './stored-rendering.ts';

interface NewRendering {
  sourceHash: string;
  /** Empty where there are no facts. */
  factsHash: string;
  toolchain: string;
  json: StoredRendering;
}

/** Characters that go to the database at once: less than what one array of jsonb may hold, a quarter of a gigabyte. */
const MAX_LENGTH = 32 * 1024 * 1024;

/**
 * Gives the id of each rendering, in their order. One that is stored already, as the newest of its text and facts, is that row, whatever came
 * after it; one that looks different is a new row, and nothing that was published changes. One statement for some thousand renderings.
 */
export async function saveRenderings(tx: Transaction, renderings: readonly NewRendering[]): Promise<number[]> {
  const ids: number[] = [];
  for (const part of parts(renderings.map((rendering) => JSON.stringify(rendering)))) ids.push(...(await savePart(tx, part)));
  return ids;
}

function* parts(written: readonly string[]): Generator<string[]> {
  let part: string[] = [];
  let length = 0;
  for (const one of written) {
    if (part.length > 0 && length + one.length > MAX_LENGTH) {
      yield part;
      part = [];
      length = 0;
    }
    part.push(one);
    length += one.length;
  }
  if (part.length > 0) yield part;
}

async function savePart(tx: Transaction, written: readonly string[]): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    WITH given AS (
      SELECT n, v->>'sourceHash' AS source, v->>'factsHash' AS facts, v->>'toolchain' AS toolchain, v->'json' AS json
      FROM jsonb_array_elements(${`[${written.join()}]`}::jsonb) WITH ORDINALITY AS t(v, n)
    ), stored AS (
      SELECT g.n, r.id FROM given g JOIN LATERAL (
        SELECT * FROM "Rendering" r WHERE r."sourceHash" = g.source AND r."factsHash" = g.facts ORDER BY r.id DESC LIMIT 1
      ) r ON r.toolchain = g.toolchain AND r.json = g.json
    ), numbered AS (
      SELECT g.*, nextval(pg_get_serial_sequence('"Rendering"', 'id'))::int AS id FROM given g WHERE g.n NOT IN (SELECT n FROM stored)
    ), added AS (
      INSERT INTO "Rendering" (id, "sourceHash", "factsHash", toolchain, json) SELECT id, source, facts, toolchain, json FROM numbered
    )
    SELECT id FROM (SELECT n, id FROM stored UNION ALL SELECT n, id FROM numbered) every ORDER BY n`;
  return rows.map(({ id }) => id);
}
