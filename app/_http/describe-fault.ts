const MAX_DEPTH = 6;

/** What the log keeps of a fault: enough to find it. Prisma's messages quote the values of a query, so of those only the codes stay. */
export function describeFault(error: unknown): { name: string; codes: string[]; message?: string; at: string[] } {
  const codes = [...new Set(codesOf(error))];
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

/** The codes of an error and of what caused it: Prisma's, then the driver's word, then PostgreSQL's or the system's. */
function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > MAX_DEPTH) return [];
  const { code, kind, originalCode, cause, errors, meta } = error as Record<string, unknown>;
  const own = [code, kind, originalCode].filter((each): each is string => typeof each === 'string' && /^\w{1,40}$/.test(each));
  const inside = [(meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError, cause, ...(Array.isArray(errors) ? errors : [])];
  return [...own, ...inside.flatMap((each) => codesOf(each, depth + 1))];
}
