import type { Writable } from 'node:stream';
import { z } from 'zod';
import { market } from '#model/market.ts';
import { LOCALES } from '#paths';
import { onOwnConnection } from '#domain/core/postgres/copy-in.ts';
import { Conflict, Invalid } from '#domain/core/errors.ts';
import { verb } from '#domain/core/verb.ts';
import type { ImportSource } from './import-source.ts';
import { rowJudge } from './judge-row.ts';
import { type Merged, mergeRows } from './merge-rows.ts';
import { EMPTY_IMPORT, IMPORT_LOCK, lockImports, stageRows, writeRejected } from './stage-rows.ts';

/** Six hours: some hundred million accounts. */
const MERGE_MS = 6 * 3_600_000;

export interface ImportedView extends Merged {
  rows: number;
  unchanged: number;
  rejected: number;
}

/**
 * Makes the accounts that a text of rows names, and brings those that are there up to it. A hash is set only where there is none or the row's
 * is newer than what is known of the present one, and never on an account of the team; that ends the account's sessions, and never counts as a change that somebody asked for.
 * Bad rows are written to `rejects`, good ones go in, in one transaction; `strict`: any bad row and nothing does. Throws Invalid for that and for
 * what holds no rows, Conflict `import_running` beside another import, `import_replaced` when another one took over what was staged.
 */
export const importAccounts = verb({
  name: 'accounts/import/import-accounts',
  input: z.strictObject({
    source: z.custom<ImportSource>((value) => typeof value === 'object' && value !== null),
    /** Opens what takes the lines and reasons of bad rows; not called when there are none. */
    rejects: z.custom<() => Writable>((value) => typeof value === 'function'),
    strict: z.boolean(),
    /** For rows that do not say. */
    defaults: z.strictObject({ market: market.optional(), locale: z.enum(LOCALES).optional() }),
  }),
  timeoutMs: MERGE_MS,
  prepare: (ctx, { source, rejects, strict, defaults }) =>
    onOwnConnection(ctx, async (client) => {
      await lockImports(client);
      const staged = await stageRows(client, source, rowJudge(defaults, ctx.now), JSON.stringify(defaults, ['market', 'locale']));
      if (staged.rejected > 0) await writeRejected(client, rejects());
      if (!strict || staged.rejected === 0) return staged;
      await client.query(EMPTY_IMPORT);
      const { rejected, rows } = staged;
      throw new Invalid({}, `${rejected} of ${rows} ${rows === 1 ? 'row' : 'rows'} can’t be taken, so nothing was changed.`);
    }),
  async run(tx, ctx, { defaults }, { runId, rows, staged, rejected }): Promise<ImportedView> {
    // The staging connection has let the lock go; whoever took it since shows in the run.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${IMPORT_LOCK})`;
    const [own] = await tx.$queryRaw<[{ count: bigint }]>`SELECT count(*) FROM account_import.run WHERE id = ${runId}::uuid`;
    if (own.count === 0n) throw new Conflict('import_replaced', 'Another import took the place of this one, which has changed nothing. Start it again.');
    const merged = await mergeRows(tx, ctx.now, defaults, staged, (part) => ctx.progress?.('Rows merged', Math.round(part * staged), staged));
    await tx.$executeRawUnsafe(EMPTY_IMPORT);
    return { rows, ...merged, unchanged: staged - merged.created - merged.changed, rejected };
  },
  audit: (view) => ({ subject: 'accounts', detail: { ...view } }),
});
