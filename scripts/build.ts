import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { bundle } from '#scripts/support/bundle.ts';
import { exclusive } from '#scripts/lock/exclusive.mjs';
import { onlyArguments } from '#scripts/support/only-arguments.ts';
import { prepare } from '#scripts/support/prepare.ts';
import { run } from '#scripts/support/run.ts';
import { sourcesId } from '#scripts/support/sources.ts';

const STAMP = '.next/made-from';
/** What Next writes last. */
const BUILT = '.next/BUILD_ID';

/** The production build. Does nothing when the sources are those of the last one. Answers the build's id. */
export async function buildAll(): Promise<string> {
  await prepare();
  return exclusive('.candor/building', 'builds', async () => {
    const id = await sourcesId();
    await bundle();
    if (existsSync(BUILT) && (await readFile(STAMP, 'utf8').catch(() => '')) === id) return id;
    await rm(STAMP, { force: true });
    // Types of routes that were deleted would break the build.
    await rm('.next/dev', { recursive: true, force: true });
    const next = ['--import', './scripts/support/follow-parent.mjs', 'node_modules/next/dist/bin/next', 'build'];
    await run(process.execPath, next, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' });
    if (!existsSync(BUILT)) throw new Error(`next build left no ${BUILT}.`);
    await writeFile(STAMP, id);
    return id;
  });
}

if (import.meta.main) {
  onlyArguments([]);
  await buildAll().then(
    (id) => console.log(`Built ${id}.`),
    (error: Error) => {
      console.error(error.message);
      process.exitCode = 1;
    },
  );
}
