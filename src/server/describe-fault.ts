import { errorCodes } from '#domain/core/postgres/error-codes.ts';

/** What the log keeps of a fault: enough to find it. Prisma's messages quote the values of a query, so of those only the codes stay. */
export function describeFault(error: unknown): { name: string; codes: string[]; message?: string; at: string[] } {
  const codes = errorCodes(error);
  if (!(error instanceof Error)) return { name: typeof error, codes, at: [] };
  const quotes = error.name.startsWith('PrismaClient') || error.name === 'DriverAdapterError';
  return {
    name: error.name,
    codes,
    ...(!quotes && { message: error.message }),
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim()),
  };
}
