/** Codes of Prisma, PostgreSQL and Node that say: the database can't be reached, is starting, stopping, or full. */
const CODES = new Set([
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2037',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08000',
  '08001',
  '08006',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
]);
const WORDS = /timeout exceeded when trying to connect|connection terminated|can't reach database|ECONNREFUSED|server closed the connection/i;

/** Whether an error means that the database is away for now: Unavailable, and not our fault. */
export function isDatabaseDown(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 4) return false;
  const { code, message, cause, meta } = error as { code?: unknown; message?: unknown; cause?: unknown; meta?: { driverAdapterError?: unknown } };
  if (typeof code === 'string' && CODES.has(code)) return true;
  if (typeof message === 'string' && WORDS.test(message)) return true;
  return isDatabaseDown(cause, depth + 1) || isDatabaseDown(meta?.driverAdapterError, depth + 1);
}
