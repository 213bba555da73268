import { createHash } from 'node:crypto';

/** Milliseconds for the whole answer. */
const ANSWER_MS = 2_000;

/** Bytes of an answer, some 40 KiB as a rule. */
const MAX_BYTES = 256 * 1024;

/** The rest of a SHA-1 and how often it was seen; a row that was never seen is padding. */
const ROW = /^([0-9A-F]{35}):(\d+)$/i;

/**
 * Whether a password is known from breaches, by the range API of Have I Been Pwned: of its SHA-1 the service is told the first five digits
 * of forty, and answers all that begin so. Null where nobody is asked or no answer came that can be understood; it never throws.
 */
export async function isBreached(service: URL | null, password: string): Promise<boolean | null> {
  if (service === null) return null;
  const hash = createHash('sha1').update(password.normalize('NFC')).digest('hex').toUpperCase();
  try {
    const rows = (await ask(new URL(`range/${hash.slice(0, 5)}`, service))).split(/\r?\n/).filter(Boolean);
    const read = rows.map((row) => ROW.exec(row));
    // A page of some proxy, or of a service that has moved.
    if (read.length === 0 || read.includes(null)) return null;
    return read.some((row) => row?.[1]?.toUpperCase() === hash.slice(5) && Number(row[2]) > 0);
  } catch {
    // An outage, whose words would name what was asked.
    return null;
  }
}

async function ask(address: URL): Promise<string> {
  const headers = { 'Add-Padding': 'true', 'User-Agent': 'Candor', Accept: 'text/plain' };
  const answer = await fetch(address, { headers, redirect: 'error', cache: 'no-store', signal: AbortSignal.timeout(ANSWER_MS) });
  const body = answer.body?.getReader();
  if (!answer.ok || !body) {
    await body?.cancel();
    throw new Error('no answer');
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (let next = await body.read(); !next.done; next = await body.read()) {
    chunks.push(next.value);
    bytes += next.value.length;
    if (bytes > MAX_BYTES) {
      await body.cancel();
      throw new Error('too long');
    }
  }
  return Buffer.concat(chunks).toString('latin1');
}
