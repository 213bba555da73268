import { MAX_PICTURE_BYTES } from '#model/team/pictures/picture-bytes.ts';
import { teamPaths } from '#paths';

export interface Added {
  to: string;
  name: string;
  hash: string;
  alt: Partial<Record<string, string>>;
}

/** Why it was refused: fields and their reasons, or one for the whole; `standing` is the hash of the picture that has the name. */
export interface RefusedPicture {
  errors: Record<string, string>;
  reason: string | null;
  standing?: string;
}

export type Sent = { added: Added; refused?: never } | { added?: never; refused: RefusedPicture };

/** Sends the form of a picture, and says how far it is, in parts of 1. Never rejects. */
export function sendPicture(form: FormData, onProgress: (part: number) => void): Promise<Sent> {
  const file = form.get('picture');
  if (file instanceof File && file.size > MAX_PICTURE_BYTES) return Promise.resolve(refusedAs({ picture: 'picture_large' }));
  return new Promise((resolve) => {
    // Only this can say how much of a body has gone.
    const request = new XMLHttpRequest();
    request.open('POST', teamPaths.addPicture());
    request.setRequestHeader('accept', 'application/json');
    request.responseType = 'json';
    request.timeout = 120_000;
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(answered(request.status, request.response));
    request.onerror = () => resolve(refusedAs({}, 'no_connection'));
    request.ontimeout = request.onerror;
    request.send(form);
  });
}

function answered(status: number, told: unknown): Sent {
  if (status === 200 && told) return { added: told as Added };
  if (status === 413) return refusedAs({ picture: 'picture_large' });
  if (status === 503) return refusedAs({}, 'too_many');
  if ((status === 422 || status === 409) && told) return { refused: told as RefusedPicture };
  return refusedAs({}, status === 401 || status === 403 ? 'signed_out' : status === 429 ? 'too_many' : 'other');
}

function refusedAs(errors: Record<string, string>, reason: string | null = null): Sent {
  return { refused: { errors, reason } };
}
