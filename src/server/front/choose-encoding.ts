import Negotiator from 'negotiator';

export type Encoding = 'br' | 'gzip' | 'identity';

/** Browsers send a handful of different fields; a stranger's inventions must not pile up. */
const REMEMBERED = 200;

/** Answers the encoding for an Accept-Encoding field of bounded length: the smallest that the client does not refuse. Remembers the usual fields. */
export function encodingChooser(): (accepted: string | undefined) => Encoding {
  const known = new Map<string, Encoding>();
  return (accepted) => {
    if (accepted === undefined) return 'identity';
    let encoding = known.get(accepted);
    if (encoding === undefined) {
      if (known.size >= REMEMBERED) known.clear();
      encoding = choose(accepted);
      known.set(accepted, encoding);
    }
    return encoding;
  };
}

function choose(accepted: string): Encoding {
  const welcome = new Negotiator({ headers: { 'accept-encoding': accepted } } as never).encodings(['br', 'gzip']);
  return welcome.includes('br') ? 'br' : welcome.includes('gzip') ? 'gzip' : 'identity';
}
