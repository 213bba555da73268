import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAll } from './build.ts';
import { step } from '#scripts/support/steps.ts';

/** `npm test`: all tests against the production build. Further arguments are Vitest's. The last line is `N passed, N failed`. */
interface Report {
  success: boolean;
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

/** Of the shell's settings none may reach a test. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) =>
      !/^(CANDOR_|DATABASE_(?:DIRECT_)?URL$|PG[A-Z]+$|SMTP_URL$|BREACHED_PASSWORDS_URL$|PORT$|HOST$|TRUSTED_PROXIES$|LOG_LEVEL$|NODE_ENV$)/.test(name),
  ),
) as unknown as NodeJS.ProcessEnv;
const scratch = mkdtempSync(join(tmpdir(), 'candor-npm-test-'));
const reportFile = join(scratch, 'report.json');
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));

try {
  await step('Build', buildAll);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  finish(0, 1);
}
const args = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`, ...process.argv.slice(2)];
// A group of its own, so that whatever a killed run leaves behind can be ended with it.
const child = spawn(process.execPath, args, {
  stdio: ['ignore', 'inherit', 'inherit'],
  detached: true,
  env: { ...env, TMPDIR: scratch, NEXT_TELEMETRY_DISABLED: '1' },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
child.once('exit', async (code) => {
  try {
    process.kill(-(child.pid as number), 'SIGKILL');
  } catch {
    // ESRCH: nothing was left.
  }
  const report = JSON.parse(await readFile(reportFile, 'utf8').catch(() => 'null')) as Report | null;
  if (!report) return finish(0, 1);
  // A file that could not even be loaded has no tests, and is one failure; so is a fault outside of any test.
  const unloaded = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
  const failed = report.numFailedTests + unloaded;
  finish(report.numPassedTests, failed === 0 && code !== 0 ? 1 : failed);
});

function finish(passed: number, failed: number): never {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}
