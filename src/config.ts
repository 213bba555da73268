import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1');

/** Addresses and networks, separated by commas. */
function addresses(value: string, context: z.RefinementCtx): BlockList {
  const list = new BlockList();
  for (const part of value.split(',').map((each) => each.trim())) {
    if (part === '') continue;
    const [address = '', prefix, ...rest] = part.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    const bits = prefix === undefined ? null : /^\d{1,3}$/.test(prefix) ? Number(prefix) : Number.NaN;
    const known = (isIPv4(address) || isIPv6(address)) && rest.length === 0 && (bits === null || bits <= (family === 'ipv4' ? 32 : 128));
    if (!known) context.addIssue({ code: 'custom', message: `“${part}” is neither an address nor a network such as 10.0.0.0/8.` });
    else if (bits === null) list.addAddress(address, family);
    else list.addSubnet(address, bits, family);
  }
  return list;
}

const PORT_FORM = 'is a port, 0 to 65535';

const schema = z.object({
  /** The one address that people type. Links, origins and cookies are checked against it. */
  CANDOR_URL: z.url('is the address that people type, like https://security.example.org').transform((value) => new URL(value)),
  DATABASE_URL: z.string('is not set').startsWith('postgres', 'is an address that begins with postgres://'),
  /** Signs cookies; at least 32 characters. Change it to sign everybody out. */
  CANDOR_SECRET: z.string('is not set').min(32, 'has 32 characters or more'),
  /** Where editions are kept; each instance has its own. */
  CANDOR_DATA: z.string().default('.candor'),
  /** The folder of the comms team. */
  CANDOR_CONTENT: z.string().default('content'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number(PORT_FORM).int(PORT_FORM).min(0, PORT_FORM).max(65535, PORT_FORM).default(3000),
  SMTP_URL: z.string().startsWith('smtp', 'is an address that begins with smtp:// or smtps://').optional(),
  /** Comma-separated addresses and networks (CIDR) of proxies whose X-Forwarded-For is believed. */
  TRUSTED_PROXIES: z.string().default('').transform(addresses),
  /** Milliseconds by which dates in content/ are moved: the demo's story begins two days before its first start. */
  CANDOR_SHIFT: z.coerce.number().int().default(0),
  CANDOR_DEMO: flag,
  CANDOR_DEV: flag,
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

export interface Config {
  url: URL;
  databaseUrl: string;
  secret: string;
  dataDir: string;
  contentDir: string;
  host: string;
  port: number;
  smtpUrl: string | undefined;
  trustedProxies: BlockList;
  shiftMs: number;
  demo: boolean;
  dev: boolean;
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

/** Reads the environment, once. Throws one sentence a setting that is missing or wrong. */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const result = schema.safeParse(environment);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The configuration is not complete.\n${lines.join('\n')}`);
  }
  const env = result.data;
  return {
    url: env.CANDOR_URL,
    databaseUrl: env.DATABASE_URL,
    secret: env.CANDOR_SECRET,
    dataDir: resolve(env.CANDOR_DATA),
    contentDir: resolve(env.CANDOR_CONTENT),
    host: env.HOST,
    port: env.PORT,
    smtpUrl: env.SMTP_URL,
    trustedProxies: env.TRUSTED_PROXIES,
    shiftMs: env.CANDOR_SHIFT,
    demo: env.CANDOR_DEMO,
    dev: env.CANDOR_DEV,
    logLevel: env.LOG_LEVEL,
  };
}
