import type { DatabaseAddress } from './database-url.ts';
import { isLoopback } from './is-loopback.ts';

/** The words of PGSSLMODE by which node-postgres speaks TLS; it passes over others. */
const TLS_MODES = ['prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'];

/** Whether a database is on another machine and spoken to without TLS. What the address does not say, node-postgres takes from the environment. */
export function inTheClear({ host: named, tls }: DatabaseAddress, environment: Record<string, string | undefined>): boolean {
  const host = named || environment.PGHOST || 'localhost';
  const here = host.startsWith('/') || isLoopback(host);
  return !here && !(tls ?? TLS_MODES.includes(environment.PGSSLMODE ?? ''));
}
