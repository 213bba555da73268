import { FORMS } from '#model/forms/forms.ts';
import { OUTSIDE_FORMS } from '#model/outside/review.ts';
import { TEAM_FORMS } from '#model/team/team-forms.ts';
import { TEAM_PAGES } from '#model/team/team-pages.ts';
import { TEAM_READS } from '#model/team/team-reads.ts';
import { DEFAULT_LOCALE, inLocale, paths, teamPaths, teamShape } from '#paths';

/** What a private path takes. */
export interface PrivateRoute {
  /** As an Allow field says it. */
  methods: 'GET, HEAD' | 'GET, HEAD, POST' | 'POST';
  /** Of a posted body. */
  maxBytes: number;
  /** Takes a file: a body so large that the app is asked at this path, before it is read, whether its sender may. */
  asksAt?: string;
}

const PAGE: PrivateRoute = { methods: 'GET, HEAD', maxBytes: 0 };

/** What passes: every page of the app, by its path in the default language; of several forms on one page the largest counts. */
const PAGES = new Map<string, PrivateRoute>([paths.account, paths.password, paths.passwordDone, paths.outsideText].map((path) => [path(DEFAULT_LOCALE), PAGE]));
for (const { path, maxBytes } of [...FORMS, ...OUTSIDE_FORMS]) {
  const page = path(DEFAULT_LOCALE);
  PAGES.set(page, { methods: 'GET, HEAD, POST', maxBytes: Math.max(maxBytes, PAGES.get(page)?.maxBytes ?? 0) });
}

const TEAM = [
  ...[...TEAM_PAGES, ...TEAM_READS].map((pattern) => ({ pattern, route: PAGE })),
  ...TEAM_FORMS.map(({ path, maxBytes, file }) => ({
    pattern: path,
    route: { methods: 'POST', maxBytes, ...(file !== undefined && { asksAt: teamPaths.mayAddPicture() }) } satisfies PrivateRoute,
  })),
].map(({ pattern, route }) => ({ pattern, route, shape: teamShape(pattern) }));

/** What the build made for the team's pages: scripts and styles, which never change under their names. */
const STATIC = /^\/_next\/static\/[\w./-]+$/;

/** What the app has at a private path; null where it has nothing for anybody. What else is the framework's own is asked for in development alone. */
export function privateRoute(path: string, dev: boolean): PrivateRoute | null {
  if (STATIC.test(path) || (path.startsWith('/_next/') && dev)) return PAGE;
  return PAGES.get(inLocale(path, DEFAULT_LOCALE)) ?? TEAM.find(({ shape }) => shape.test(path))?.route ?? null;
}

/** Their paths in the default language. */
export const PRIVATE_PAGES: readonly string[] = [...PAGES.keys()];

/** The patterns of the team's own. */
export const TEAM_ROUTES: readonly { pattern: string; shape: RegExp }[] = TEAM;
