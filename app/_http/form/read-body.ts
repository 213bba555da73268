import { Invalid } from '#domain/core/errors.ts';

const FORM_TYPE = /^application\/x-www-form-urlencoded *(?:;|$)/i;

/** A body whole. Throws Invalid for more than `maxBytes`, and for one that breaks off, as it does when its client leaves. */
export async function readWhole(incoming: Request, maxBytes: number): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of incoming.body ?? []) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new Invalid({ form: 'not_a_form' });
      chunks.push(chunk);
    }
  } catch {
    throw new Invalid({ form: 'not_a_form' });
  }
  return Buffer.concat(chunks);
}

/** The fields of a posted form, as they were sent. Throws Invalid for another type, a body that can't be read whole, and what is no UTF-8, percent-encoded. */
export async function readBody(incoming: Request, maxBytes: number): Promise<URLSearchParams> {
  if (!FORM_TYPE.test(incoming.headers.get('content-type') ?? '')) throw new Invalid({ form: 'not_a_form' });
  const bytes = await readWhole(incoming, maxBytes);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // URLSearchParams would put another character in place of what it can't decode: a password must not change on its way.
    decodeURIComponent(text);
    return new URLSearchParams(text);
  } catch {
    throw new Invalid({ form: 'not_a_form' });
  }
}
