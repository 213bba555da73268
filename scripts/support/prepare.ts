import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { exclusive } from '#scripts/lock/exclusive.mjs';
import { run } from './run.ts';

const STAMP = 'generated/made-from';
const CLIENT = 'generated/prisma/client.ts';

/** Makes the Prisma client when the schema or Prisma itself is another than last time. */
export async function prepare(): Promise<void> {
  await exclusive('.candor/preparing', 'makes the database’s client', async () => {
    const inputs = await Promise.all(['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json'].map((path) => readFile(path)));
    const id = createHash('sha256').update(Buffer.concat(inputs)).digest('hex');
    if (existsSync(CLIENT) && (await readFile(STAMP, 'utf8').catch(() => '')) === id) return;
    // Prisma would download a schema engine, which `generate` never starts: any program in its place will do.
    await run('node_modules/.bin/prisma', ['generate'], { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' });
    if (!existsSync(CLIENT))
      throw new Error(`prisma generate left no ${CLIENT}. Something in the environment (PRISMA_…) or in prisma.config.ts leads it elsewhere.`);
    await writeFile(STAMP, id);
  });
}
