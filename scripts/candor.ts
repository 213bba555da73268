import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { bundle, isBundled } from '#scripts/support/bundle.ts';
import { readKept, readRunning } from '#scripts/demo/data.ts';
import { demoEnvironment } from '#scripts/demo/environment.ts';
import { prepare } from '#scripts/support/prepare.ts';

/** `npm run candor -- …`: the command line, on the database that DATABASE_URL names, or else on the demo's. */
const args = process.argv.slice(2);
/** Answers from files or from the program itself. */
const needsDatabase =
  args.length > 0 &&
  !args.includes('--help') &&
  !args.includes('-h') &&
  args[0] !== 'help' &&
  args[0] !== 'init' &&
  !(args[0] === 'content' && ['check', 'new'].includes(args[1] ?? ''));

if (!(await isBundled())) {
  await prepare().then(bundle).catch(refuse);
}
const { env, close } = process.env.DATABASE_URL || !needsDatabase ? { env: {}, close: async () => undefined } : await demo().catch(refuse);
const program = ['--import', './scripts/support/follow-parent.mjs', '--enable-source-maps', 'dist/candor.mjs'];
const child = spawn(process.execPath, [...program, ...args], { stdio: 'inherit', env: { ...process.env, ...env } });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
child.once('exit', async (code, signal) => {
  await close();
  process.exit(code ?? 128 + constants.signals[signal as NodeJS.Signals]);
});

/** Ends with the sentence of what is in the way. */
function refuse(error: Error): never {
  console.error(error.message);
  process.exit(1);
}

/** The running demo's settings, or its database started for the length of this command. */
async function demo(): Promise<{ env: Record<string, string>; close: () => Promise<void> }> {
  const running = await readRunning();
  if (running) return { env: running.env, close: async () => undefined };
  const kept = await readKept();
  const { startDemoDatabase } = await import('#scripts/demo/database.ts');
  const { server, url } = await startDemoDatabase();
  return { env: demoEnvironment(kept, { port: Number(process.env.PORT || 3000), databaseUrl: url }), close: () => server.stop() };
}
