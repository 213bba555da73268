// The first command in a fresh clone: `node scripts/with-node.mjs SCRIPT [ARGUMENT…]`. Built-ins only, and any Node from 20 on:
// installs what the lock file pins when it isn't there, then runs SCRIPT under the Node that came with it.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exclusive } from './lock/exclusive.mjs';

const stood = process.cwd();
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
// npm goes to the root before it starts anything, and says where it was called.
const givenIn = stood === process.cwd() ? process.env.INIT_CWD || stood : stood;
const NODE = 'node_modules/node/bin/node';
const STAMP = 'node_modules/.installed';
const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
const installed = () => existsSync(NODE) && (read(STAMP) === wanted || byHand());

/** Whether an optional package is the one for this machine; one that names no machine belongs to another that does. */
function isForHere({ os, cpu, libc }) {
  const here = process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime ? 'musl' : 'glibc';
  return Boolean(os && cpu) && os.includes(process.platform) && cpu.includes(process.arch) && (!libc || libc.includes(here));
}

/** What `npm ci` leaves behind says the same as the lock file: somebody else has run it. */
function byHand() {
  const have = JSON.parse(read('node_modules/.package-lock.json') || '{"packages":{}}').packages;
  const want = Object.entries(JSON.parse(read('package-lock.json')).packages).filter(([path]) => path !== '');
  const same = want.every(([path, entry]) => (have[path] ? have[path].version === entry.version : entry.optional && !isForHere(entry)));
  if (same) writeFileSync(STAMP, wanted);
  return same;
}

if (!installed()) await exclusive('.candor/installing', 'installs', () => installed() || install());

function install() {
  console.log('Installing what package-lock.json pins …');
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const args = [...npm.slice(1), 'ci', '--include=dev', '--include=optional', '--dry-run=false', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = spawnSync(npm[0], args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (error) console.error(`npm can’t be started (${error.code}): it comes with Node.`);
  if (status !== 0) process.exitCode = status ?? 1;
  else if (existsSync(NODE)) writeFileSync(STAMP, wanted);
  else {
    console.error(`npm ci left no ${NODE}: npm runs no scripts of packages here (ignore-scripts). Start again with npm_config_ignore_scripts=false.`);
    process.exitCode = 1;
  }
}

if (!process.exitCode) {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CANDOR_CWD: givenIn, PATH: `${process.cwd()}/node_modules/.bin:${process.env.PATH}` };
  for (const name of ['CANDOR_DATA', 'CANDOR_CONTENT']) if (env[name]) env[name] = resolve(givenIn, env[name]);
  // npm ends the shell between when it is told to end, and the shell tells nobody.
  if (process.env.npm_lifecycle_event !== undefined) await import('./support/follow-parent.mjs');
  const child = spawn(NODE, ['--import', './scripts/support/follow-parent.mjs', ...process.argv.slice(2)], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', ({ code }) => {
    console.error(`${NODE} can’t be started here (${code}): node_modules is of another machine. Remove it and start again.`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}
