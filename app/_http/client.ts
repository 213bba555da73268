import Bowser from 'bowser';

/** The front's word for where a request comes from; it overwrites what comes from outside. */
const SOURCE_HEADER = 'x-candor-source';
const MAX_DEVICE = 60;

/** Who asks, as far as sign-in wants to know: "Firefox on Linux", and the source that failures are counted for. */
export function clientOf(headers: Headers): { device: string; source: string } {
  const read = (name: string) => headers.get(name) ?? '';
  const agent = read('user-agent').slice(0, 500);
  const parsed = agent === '' ? null : Bowser.parse(agent);
  const parts = [parsed?.browser.name, parsed?.os.name].filter((part): part is string => Boolean(part));
  return { device: (parts.join(' on ') || 'Unknown device').slice(0, MAX_DEVICE), source: read(SOURCE_HEADER) || 'unknown' };
}
