import Bowser from 'bowser';

/** The front's word for the client's network; it removes the header from what comes from outside. */
const NETWORK_HEADER = 'x-candor-network';
const MAX_DEVICE = 60;

/** What a session remembers of where it began: "Firefox on Linux", and a network. Never the address. */
export function clientOf(headers: Headers | Record<string, unknown>): { device: string; network: string } {
  const read = (name: string) => String((headers instanceof Headers ? headers.get(name) : headers[name]) ?? '');
  const agent = read('user-agent').slice(0, 500);
  const parsed = agent === '' ? null : Bowser.parse(agent);
  const parts = [parsed?.browser.name, parsed?.os.name].filter((part): part is string => Boolean(part));
  return { device: (parts.join(' on ') || 'Unknown device').slice(0, MAX_DEVICE), network: read(NETWORK_HEADER) || 'unknown' };
}
