import type { BlockList } from 'node:net';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';
import { breachService } from '#config/breach-service.ts';
import { databaseUrl } from '#config/database-url.ts';
import { inTheClear } from '#config/in-the-clear.ts';
import { isLoopback } from '#config/is-loopback.ts';
import { listeningHost, listeningPort } from '#config/listening.ts';
import { OperatorError } from '#config/operator-error.ts';
import { siteUrl } from '#config/site-url.ts';
import { type SmtpRelay, smtpRelay } from '#config/smtp-relay.ts';
import { trustedProxies } from '#config/trusted-proxies.ts';

const flag = z
  .enum(['0', '1'], 'is 0 or 1')
  .default('0')
  .transform((value) => value === '1');

/** A shell writes out `~` at the beginning of a word alone; `file:` would be a folder of that name. */
const folder = z
  .string()
  .trim()
  .regex(/^(?!~|[a-z][a-z0-9+.-]+:)./i, 'is the path of a folder, written out, without ~ or file:');

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

const schema = z.object({
  /** The one address that people type. Links, origins and cookies are checked against it. */
  CANDOR_URL: siteUrl,
  DATABASE_URL: databaseUrl,
  /** The same database without a pooler between, where DATABASE_URL names one: what listens, works, migrates or copies needs a connection of its own. */
  DATABASE_DIRECT_URL: databaseUrl.optional(),
  /** Signs cookies; at least 32 characters. Change it to sign everybody out. */
  CANDOR_SECRET: z.string('is not set').trim().min(32, 'has 32 characters or more'),
  /** Where editions are kept; each instance has its own. */
  CANDOR_DATA: folder.default('.candor'),
  /** The folder of the comms team. */
  CANDOR_CONTENT: folder.default('content'),
  HOST: listeningHost.default('127.0.0.1'),
  PORT: listeningPort.default(3000),
  SMTP_URL: smtpRelay.optional(),
  /** Where new passwords, and those that people sign in with, are looked for among the ones from breaches; `off`: nowhere. */
  BREACHED_PASSWORDS_URL: breachService.prefault('https://api.pwnedpasswords.com'),
  /** Comma-separated addresses and networks (CIDR) of proxies whose X-Forwarded-For is believed. */
  TRUSTED_PROXIES: trustedProxies.prefault(''),
  /** Milliseconds by which dates in content/ are moved: the demo's story begins two days before its first start. */
  CANDOR_SHIFT: z
    .string()
    .regex(/^-?\d{1,15}$/, 'is a whole number of milliseconds')
    .default('0')
    .transform(Number),
  CANDOR_DEMO: flag,
  CANDOR_DEV: flag,
  LOG_LEVEL: z.enum(LOG_LEVELS, `is one of ${LOG_LEVELS.join(', ')}`).default('info'),
});

export interface Config {
  url: URL;
  databaseUrl: string;
  /** Leads to PostgreSQL itself: for LISTEN, jobs, migrations and COPY. */
  databaseDirectUrl: string;
  secret: string;
  dataDir: string;
  contentDir: string;
  host: string;
  port: number;
  relay: SmtpRelay | undefined;
  /** Of breached passwords; its path ends with a slash. Null: nobody is asked. */
  breachService: URL | null;
  trustedProxies: BlockList;
  shiftMs: number;
  demo: boolean;
  dev: boolean;
  logLevel: (typeof LOG_LEVELS)[number];
  /** Sentences about settings that are taken as they are and leave something open to others: said once at the start of a process. */
  cautions: string[];
}

/** The folder in which the command was given, which is not always the process's own: npm goes to the root of the checkout first. */
export function readGivenIn(): string {
  return process.env.CANDOR_CWD || process.cwd();
}

/** Gives a user that the system has no home for, as a container's may be, the working folder: packages ask where it is as they are loaded. */
export function ensureHome(): void {
  try {
    homedir();
  } catch {
    process.env.HOME = process.cwd();
  }
}

/** Tells React and Next, which ask as they are loaded, that this is the build: what the shell says of NODE_ENV is meant for other programs, and they are slow where it says nothing. */
export function ensureMode(): void {
  Object.assign(process.env, { NODE_ENV: process.env.CANDOR_DEV === '1' ? 'development' : 'production' });
}

/** Whether a command that fails also prints what its libraries said. */
export function readShowsCauses(): boolean {
  return process.env.LOG_LEVEL === 'debug';
}

/** A setting that is missing or not understood, without its value. */
export interface SettingFault {
  name: string;
  sentence: string;
}

/**
 * Reads the environment, once; a variable that is empty is one that is not set. Throws one sentence a setting that is missing or not
 * understood, without its value.
 */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const { config, faults } = readSettings(environment);
  if (faults.length > 0)
    throw new OperatorError(`The configuration is not complete.\n${faults.map(({ name, sentence }) => `${name}: ${sentence}`).join('\n')}`);
  return config;
}

/** Stand for what must be set and is not, or not understood: nobody is there. */
const STAND_INS: Record<string, string> = { CANDOR_URL: 'http://localhost', DATABASE_URL: 'postgres://127.0.0.1:1/none', CANDOR_SECRET: '-'.repeat(32) };

/** What the environment says as far as it is understood, and what is wrong with the rest: for who looks after an installation that may be broken. */
export function readSettings(environment: Record<string, string | undefined> = process.env): { config: Config; faults: SettingFault[] } {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = schema.safeParse(set);
  if (result.success) return { config: toConfig(result.data, environment), faults: [] };
  const faults = result.error.issues.map(({ path, message }) => ({ name: path.join('.'), sentence: message }));
  const understood = { ...set, ...Object.fromEntries(faults.map(({ name }) => [name, STAND_INS[name]])) };
  return { config: toConfig(schema.parse(understood), environment), faults };
}

function toConfig(env: z.output<typeof schema>, environment: Record<string, string | undefined>): Config {
  return {
    url: env.CANDOR_URL,
    databaseUrl: env.DATABASE_URL.url,
    databaseDirectUrl: (env.DATABASE_DIRECT_URL ?? env.DATABASE_URL).url,
    secret: env.CANDOR_SECRET,
    dataDir: resolve(env.CANDOR_DATA),
    contentDir: resolve(env.CANDOR_CONTENT),
    host: env.HOST,
    port: env.PORT,
    relay: env.SMTP_URL,
    breachService: env.BREACHED_PASSWORDS_URL,
    trustedProxies: env.TRUSTED_PROXIES,
    shiftMs: env.CANDOR_SHIFT,
    demo: env.CANDOR_DEMO,
    dev: env.CANDOR_DEV,
    logLevel: env.LOG_LEVEL,
    cautions: cautionsOf(env, environment),
  };
}

/** Addresses of three networks that are nobody's (RFC 5737, RFC 3849): a list that holds one of them holds everybody. */
const NOBODYS = ['192.0.2.1', '203.0.113.1', '2001:db8::1'];

function cautionsOf(env: z.output<typeof schema>, environment: Record<string, string | undefined>): string[] {
  const { CANDOR_URL: url, SMTP_URL: relay, TRUSTED_PROXIES: proxies } = env;
  const clear = (['DATABASE_URL', 'DATABASE_DIRECT_URL'] as const).filter((name) => env[name] && inTheClear(env[name], environment));
  return [
    ...(url.protocol === 'http:' && !isLoopback(url.hostname) ? ['CANDOR_URL: people’s passwords travel without TLS; give it https://.'] : []),
    ...clear.map((name) => `${name}: the database is on another machine and is spoken to without TLS; add sslmode=verify-full.`),
    ...(relay && !relay.requireTLS && !isLoopback(relay.host)
      ? ['SMTP_URL: mail goes to another machine without TLS when the relay does not offer it; use smtps:// or add ?requireTLS=true.']
      : []),
    ...(NOBODYS.some((address) => proxies.check(address, address.includes(':') ? 'ipv6' : 'ipv4'))
      ? ['TRUSTED_PROXIES: anybody is believed who says where a request comes from; name your proxies’ own networks.']
      : []),
  ];
}
