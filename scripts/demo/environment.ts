import { dataDir, type Kept } from './data.ts';

/** The settings of the demo's processes; whatever the shell says of them besides PORT and CANDOR_DATA is not the demo's. */
export function demoEnvironment(kept: Kept, options: { port: number; databaseUrl: string; smtpUrl?: string; dev?: boolean }): Record<string, string> {
  return {
    CANDOR_URL: `http://localhost:${options.port}`,
    DATABASE_URL: options.databaseUrl,
    CANDOR_SECRET: kept.secret,
    CANDOR_DATA: dataDir,
    CANDOR_CONTENT: 'content',
    HOST: '127.0.0.1',
    PORT: String(options.port),
    ...(options.smtpUrl === undefined ? {} : { SMTP_URL: options.smtpUrl }),
    BREACHED_PASSWORDS_URL: 'off',
    TRUSTED_PROXIES: '',
    CANDOR_SHIFT: String(kept.shiftMs),
    CANDOR_DEMO: '1',
    CANDOR_DEV: options.dev ? '1' : '0',
    // MiB: three processes of Node that one person uses need no room for the garbage of thousands of requests.
    NODE_OPTIONS: '--max-semi-space-size=1',
  };
}
