const MAX_DEPTH = 6;

/** The codes of an error and of what caused it, wherever its library keeps them: Prisma's, then the driver's word, then PostgreSQL's or the system's. */
export function errorCodes(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > MAX_DEPTH) return [];
  const { code, kind, originalCode, cause, errors, meta } = error as Record<string, unknown>;
  const own = [code, kind, originalCode].filter((each): each is string => typeof each === 'string' && /^\w{1,40}$/.test(each));
  const driver = (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  const inside = [meta, driver, cause, ...(Array.isArray(errors) ? errors : [])];
  return [...new Set([...own, ...inside.flatMap((each) => errorCodes(each, depth + 1))])];
}
