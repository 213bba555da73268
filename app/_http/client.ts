import Bowser from 'bowser';
import { type Client, UNKNOWN_CLIENT } from '#domain/core/context.ts';

/** The front's word for where a request comes from; it overwrites what comes from outside. */
const SOURCE_HEADER = 'x-candor-source';
/** The names that the parser has of its own: whatever else it finds in an agent's text was written by its sender. */
const BROWSERS = new Set<string>(Object.values(Bowser.BROWSER_MAP));
const SYSTEMS = new Set<string>(Object.values(Bowser.OS_MAP));

/** Who asks, as far as sign-in wants to know: "Firefox on Linux", and the source that failures are counted for. */
export function clientOf(headers: Headers): Client {
  const read = (name: string) => headers.get(name) ?? '';
  const agent = read('user-agent').slice(0, 500);
  const parsed = agent === '' ? null : Bowser.parse(agent);
  const browser = BROWSERS.has(parsed?.browser.name ?? '') ? parsed?.browser.name : undefined;
  const system = SYSTEMS.has(parsed?.os.name ?? '') ? parsed?.os.name : undefined;
  const device = [browser, system].filter(Boolean).join(' on ');
  return { device: device || UNKNOWN_CLIENT.device, source: read(SOURCE_HEADER) || UNKNOWN_CLIENT.source };
}
