import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isRunning } from '#scripts/lock/process-mark.mjs';
import { storyShift } from './story-shift.ts';

export interface SampleAccount {
  key: string;
  email: string;
  password: string;
  roles: string[];
  story: string;
  /** Staff's authenticator app, base32. */
  totp?: string;
}

/** What the demo keeps from start to start. */
export interface Kept {
  secret: string;
  /** Milliseconds, for CANDOR_SHIFT. */
  shiftMs: number;
  /** Empty until the whole story is in the database. */
  accounts: SampleAccount[];
}

/** What a running demo tells the command line. */
interface Running {
  /** Its process, by number and start. */
  holder: string;
  env: Record<string, string>;
}

/** The demo's folder: `CANDOR_DATA`, or `.candor/`. */
export const dataDir = resolve(process.env.CANDOR_DATA ?? '.candor');

/** All that `--reset` takes away: names of ours only, since the folder may hold more. */
const OURS = ['postgres', 'editions', 'mail', 'demo.json', 'kept.json', 'state.json', 'serve.log', 'work.log', 'mailbox.log'];

export async function resetData(): Promise<void> {
  for (const name of OURS) await rm(join(dataDir, name), { recursive: true, force: true });
}

/** What an earlier start kept, or the beginning of a new story. */
export async function readKept(): Promise<Kept> {
  const kept = await readJson<Kept>('kept.json');
  if (kept) return kept;
  const fresh = { secret: randomBytes(32).toString('base64url'), shiftMs: await storyShift(new Date()), accounts: [] };
  await writeData('kept.json', fresh);
  return fresh;
}

/** The demo that runs on this folder, if one does. */
export async function readRunning(): Promise<Running | null> {
  const state = await readJson<Running>('state.json');
  return state && isRunning(state.holder) ? state : null;
}

async function readJson<T>(name: string): Promise<T | null> {
  const text = await readFile(join(dataDir, name), 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as T);
}

/** Whole or not at all, and for its owner's eyes: it holds passwords. */
export async function writeData(name: string, value: unknown): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const path = join(dataDir, name);
  await writeFile(`${path}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
}
