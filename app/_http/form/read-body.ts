import { Invalid } from '#domain/core/errors.ts';

const FORM_TYPE = /^application\/x-www-form-urlencoded *(?:;|$)/i;

/** The fields of a posted form, as they were sent. Throws Invalid for another type, more than `maxBytes`, what is no UTF-8, percent-encoded, and one that breaks off, as it does when its client leaves. */
export async function readBody(incoming: Request, maxBytes: number): Promise<URLSearchParams> {
  if (!FORM_TYPE.test(incoming.headers.get('content-type') ?? '')) throw new Invalid({ form: 'not_a_form' });
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of incoming.body ?? []) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new Invalid({ form: 'not_a_form' });
      chunks.push(chunk);
    }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    // URLSearchParams would put another character in place of what it can't decode: a password must not change on its way.
    decodeURIComponent(text);
    return new URLSearchParams(text);
  } catch {
    throw new Invalid({ form: 'not_a_form' });
  }
}
