import { DEFAULT_LOCALE, inLocale, paths } from '#paths';
import { PRIVATE_PAGES, TEAM_ROUTES } from './private-routes.ts';

/** What the log calls a path that is nobody's, and one that could not be read: a stranger's words stay out of it. */
export const NO_ROUTE = '404';

const l = DEFAULT_LOCALE;
const FIXED = new Set<string>([
  ...[paths.home, paths.advisories, paths.blog, paths.genuine, paths.help, paths.privacy, paths.legal, paths.contact, paths.press].map((path) => path(l)),
  ...[paths.atom(l), paths.rss(l), paths.jsonFeed(l), paths.live(l)],
  ...PRIVATE_PAGES,
  ...[paths.sitemap(), paths.robots(), paths.securityTxt(), paths.changePassword()],
]);
/** What the build made for the team's pages. */
const STATIC = '/_next/static/';
/** Addresses that hold a word of somebody's. */
const SHAPES = [
  paths.update(l, ':slug', ':update'),
  paths.advisory(l, ':slug'),
  paths.note(l, ':slug'),
  paths.picture(':hash'),
  '/candor-live.:hash.js',
  '/candor-passkey.:hash.js',
]
  .map((pattern) => ({ pattern, shape: new RegExp(`^${pattern.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`) }))
  .concat(TEAM_ROUTES);

/** The pattern of a decoded path's address, the same in every language. */
export function routeOf(path: string): string {
  if (path.startsWith(STATIC)) return STATIC;
  const bare = inLocale(path, DEFAULT_LOCALE);
  if (FIXED.has(bare)) return bare;
  return SHAPES.find(({ shape }) => shape.test(bare))?.pattern ?? NO_ROUTE;
}
