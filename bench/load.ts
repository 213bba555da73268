import autocannon from 'autocannon';

const CONNECTIONS = 32;

/** Requests per second that `url` answers in `seconds`, measured from another process's point of view. Throws when any answer is not 2xx. */
export async function requestsPerSecond(url: string, seconds: number, encoding = 'br'): Promise<number> {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds, headers: { 'accept-encoding': encoding } });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} answers were not 2xx, ${result.errors} failed`);
  return result['2xx'] / result.duration;
}
