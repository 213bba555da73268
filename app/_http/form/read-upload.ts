import { Invalid } from '#domain/core/errors.ts';
import { readWhole } from './read-body.ts';

/** A file as its person's browser names it. */
export interface UploadedFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

const TYPE = /^multipart\/form-data *; *boundary=("?)([\w'()+,./:=?-]{1,70})\1 *$/i;
/** Parts of a body: more than any form of ours has fields. */
const MAX_PARTS = 20;

/** The fields and the one file of a posted form. Throws Invalid for another type, more than `maxBytes`, and what is no such body; null for no file chosen. */
export async function readUpload(incoming: Request, maxBytes: number, field: string): Promise<{ body: URLSearchParams; file: UploadedFile | null }> {
  const type = incoming.headers.get('content-type') ?? '';
  const boundary = TYPE.exec(type)?.[2];
  if (boundary === undefined) throw new Invalid({ form: 'not_a_form' });
  const bytes = await readWhole(incoming, maxBytes);
  if (partsOf(bytes, `--${boundary}`) > MAX_PARTS) throw new Invalid({ form: 'not_a_form' });
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => null);
  if (!form) throw new Invalid({ form: 'not_a_form' });
  const body = new URLSearchParams();
  let file: UploadedFile | null = null;
  for (const [name, value] of form) {
    if (typeof value === 'string' && name !== field) body.append(name, value);
    else if (typeof value === 'string' || name !== field || file !== null) throw new Invalid({ form: 'not_a_form' });
    // No file chosen comes as an empty one without a name.
    else if (value.name !== '' || value.size > 0) file = { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) };
  }
  return { body, file };
}

/** How often a body is cut, up to one more than it may be. */
function partsOf(bytes: Buffer, cut: string): number {
  let parts = 0;
  for (let at = bytes.indexOf(cut); at !== -1 && parts <= MAX_PARTS + 1; at = bytes.indexOf(cut, at + cut.length)) parts += 1;
  // The last one ends the body.
  return parts - 1;
}
