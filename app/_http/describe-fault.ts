/** What the log keeps of a fault: enough to find it. Prisma's messages quote the values of a query, so of those only the code stays. */
export function describeFault(error: unknown): { name: string; code?: string; message?: string; at: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const code = (error as { code?: unknown }).code;
  const quotes = error.name.startsWith('PrismaClient') || error.name === 'DriverAdapterError';
  return {
    name: error.name,
    ...(typeof code === 'string' && { code }),
    ...(!quotes && { message: error.message }),
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim()),
  };
}
