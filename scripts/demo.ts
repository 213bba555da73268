import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from '#scripts/support/bundle.ts';
import { startChild } from '#scripts/support/child.ts';
import { startCodesPage } from '#scripts/demo/codes-page.ts';
import { dataDir, type Kept, readKept, readRunning, resetData, writeData } from '#scripts/demo/data.ts';
import { demoEnvironment } from '#scripts/demo/environment.ts';
import { isPortFree } from '#scripts/support/free-port.ts';
import { startMailbox } from '#scripts/demo/mailbox.ts';
import { onlyArguments } from '#scripts/support/only-arguments.ts';
import { processMark } from '#scripts/lock/process-mark.mjs';
import { prepare } from '#scripts/support/prepare.ts';
import { run } from '#scripts/support/run.ts';
import { onStop, step, stopAll } from '#scripts/support/steps.ts';
import { waitFor } from '#scripts/support/wait-for.ts';

onlyArguments(['--dev', '--reset'], 'Its port is set by PORT, and its folder by CANDOR_DATA.');
const dev = process.argv.includes('--dev');
const port = Number(process.env.PORT || 3000);
const url = `http://localhost:${port}`;
const READY_MS = 120_000;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stopAll(0));
try {
  await start();
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  await stopAll(1);
}

async function start(): Promise<void> {
  if (!(Number.isInteger(port) && port >= 1 && port <= 65_535)) throw new Error('PORT is no port: it is a number from 1 to 65535.');
  const running = await readRunning();
  if (running)
    throw new Error(`A demo runs on ${dataDir} already, at ${running.env.CANDOR_URL}. Stop it with Ctrl-C, or set PORT and CANDOR_DATA for a second one.`);
  if (!(await isPortFree(port))) throw new Error(`Port ${port} is taken. Choose another: PORT=${port + 1} npm run ${dev ? 'dev' : 'demo'}`);
  if (process.argv.includes('--reset')) await step('The story starts again', resetData);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const kept = await readKept();

  // The database needs the build only for its story: the two go on side by side.
  const building = step<unknown>(dev ? 'Bundle' : 'Build', dev ? bundleOnly : build);
  const starting = step('PostgreSQL, migrated', () => startDatabase(kept));
  // Both are let finish: what has started must be known to be stopped.
  await Promise.allSettled([building, starting]);
  await building;
  const database = await starting;
  const mailbox = await step('Mailbox', () => startMailbox(dataDir));
  onStop(() => mailbox.child.stop());
  const env = demoEnvironment(kept, { port, databaseUrl: database.url, smtpUrl: mailbox.smtpUrl, dev });
  const accounts = kept.accounts.length > 0 ? kept.accounts : await step('The story', () => tell(env));

  const codes = await startCodesPage(accounts);
  onStop(codes.stop);

  // Before it answers: who waits for the address finds these files.
  await writeData('demo.json', { url, mailbox: { url: mailbox.url, api: mailbox.api }, codes: { url: codes.url }, accounts });
  await writeData('state.json', { holder: processMark(process.pid), env });
  onStop(() => rm(join(dataDir, 'state.json'), { force: true }));

  const lost = (name: string, lines: () => string) => () => {
    console.error(`\ncandor ${name} ended again and again. Its last lines:\n${lines()}`);
    void stopAll(1);
  };
  const [serve, work] = ['serve', 'work'].map((name) => {
    const child = startChild({
      args: ['--enable-source-maps', 'dist/candor.mjs', name],
      env,
      log: join(dataDir, `${name}.log`),
      onLost: lost(name, () => child.lastLines()),
    });
    onStop(() => child.stop());
    return child;
  }) as [ReturnType<typeof startChild>, ReturnType<typeof startChild>];
  await step('Serving', () =>
    waitFor(
      async () => {
        const answer = await fetch(`${url}/readyz`);
        return answer.status === 200 && ((await answer.json()) as { app: string }).app === 'up';
      },
      READY_MS,
      () => `It doesn't answer.\n${serve.lastLines()}`,
    ),
  );
  if (dev) {
    const { watchSources } = await import('#scripts/demo/dev-watch.ts');
    onStop(watchSources(env, [serve, work]));
  }
  console.log(await welcome(accounts, mailbox.url, codes.url));
}

async function startDatabase(kept: Kept): Promise<{ url: string }> {
  // Imported late: who migrates needs the generated client's package, which a fresh clone gets by the first install.
  const { startDemoDatabase } = await import('#scripts/demo/database.ts');
  // A story that was not told to its end is told anew.
  const afresh = kept.accounts.length === 0;
  const { server, url: databaseUrl } = await startDemoDatabase({ afresh, onRestart: () => console.log('  PostgreSQL was lost and is up again.') });
  onStop(() => server.stop());
  return { url: databaseUrl };
}

async function tell(env: Record<string, string>): Promise<Kept['accounts']> {
  await run(process.execPath, ['scripts/demo/tell.ts'], env);
  return (await readKept()).accounts;
}

/** In a process of its own, whose memory is given back. */
async function build(): Promise<void> {
  await run(process.execPath, ['--import', './scripts/support/follow-parent.mjs', 'scripts/build.ts']);
}

/** Next compiles by itself in development. */
async function bundleOnly(): Promise<void> {
  await prepare();
  await bundle();
}

async function welcome(accounts: Kept['accounts'], mailboxUrl: string, codesUrl: string): Promise<string> {
  const { newestIncident } = await import('#scripts/demo/story-shift.ts');
  const width = Math.max(...accounts.map(({ email }) => email.length));
  const wide = Math.max(...accounts.map(({ password }) => password.length));
  return `
  Open      ${url}
  Mailbox   ${mailboxUrl}
  Codes     ${codesUrl}   (the authenticator apps of staff)

  Sample accounts (also in ${join(dataDir, 'demo.json')}):
${accounts.map(({ email, password, story }) => `    ${email.padEnd(width)}  ${password.padEnd(wide)}  ${story}`).join('\n')}

  Try next: sign in at ${url}/sign-in as the first of them, and change the password.
  Then edit content/incidents/${(await newestIncident()).slug}/advisory.en.mdx, run
    ${process.env.CANDOR_DATA ? `CANDOR_DATA=${process.env.CANDOR_DATA} ` : ''}npm run candor -- content push --publish
  and look again. Ctrl-C stops everything; the next start keeps what you did; npm run demo -- --reset starts the story again.
`;
}
