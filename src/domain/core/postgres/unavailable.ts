import { isRefusal, Unavailable } from '#domain/core/errors.ts';

/**
 * Classes of SQLSTATE that say nothing of the statement: connection, entry, resources, operator's intervention, the system's own failure; and a
 * lost race between transactions. Single ones: no such database, a standby that takes no writes, and a pooler that has changed servers below us.
 */
const SQL_STATES = /^(08|28|40|53|57|58|XX)...$|^(3D000|25006|25P03|26000|55P03)$/;
/** Prisma could not reach the server (P1…), got no connection or no transaction in time, or lost a race. */
const PRISMA_CODES = /^(P1\d{3}|P2024|P2028|P2034|P2037)$/;
/** What pg and its pool say without a code. */
const WORDS =
  /timeout exceeded when trying to connect|timeout expired|connection terminated|not queryable|can't reach database|server closed the connection|query read timeout|SSL connection/i;
/** The driver adapter's names for the same. */
const ADAPTER_KINDS =
  /^(DatabaseNotReachable|DatabaseDoesNotExist|DatabaseAccessDenied|AuthenticationFailed|ConnectionClosed|SocketTimeout|TooManyConnections|TlsConnectionError|TransactionWriteConflict)$/;
/** A socket's read and write fail in any way but these, which are a file's. */
const OF_FILES = /^(EISDIR|ENOSPC|EIO|EBADF|EROFS|EDQUOT|EFBIG|EINVAL)$/;
const MAX_DEPTH = 6;

/**
 * Whether PostgreSQL could not be reached, or could not serve. Every error of a socket counts, whatever its name: a list of
 * names is never complete, and what is our own fault has none.
 */
export function isDatabaseAway(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > MAX_DEPTH) return false;
  const { code, originalCode, kind, syscall, message, cause, errors, meta } = error as Record<string, unknown>;
  const matches = (pattern: RegExp, value: unknown) => typeof value === 'string' && pattern.test(value);
  if (matches(SQL_STATES, code) || matches(SQL_STATES, originalCode) || matches(PRISMA_CODES, code) || matches(ADAPTER_KINDS, kind)) return true;
  if (matches(/^(connect|getaddrinfo|shutdown)$/, syscall) || (matches(/^(read|write)$/, syscall) && !matches(OF_FILES, code))) return true;
  if (matches(WORDS, message)) return true;
  const inside = [cause, (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError, ...(Array.isArray(errors) ? errors : [])];
  return inside.some((each) => isDatabaseAway(each, depth + 1));
}

/** Does work that needs PostgreSQL. Throws Unavailable when it was away. */
export async function served<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isRefusal(error) && isDatabaseAway(error)) throw new Unavailable(5, { cause: error });
    throw error;
  }
}
