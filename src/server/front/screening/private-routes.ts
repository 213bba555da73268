import { FORMS } from '#model/forms/forms.ts';
import { DEFAULT_LOCALE, inLocale, paths } from '#paths';

/** What a private path takes. */
export interface PrivateRoute {
  /** As an Allow field says it. */
  methods: 'GET, HEAD' | 'GET, HEAD, POST';
  /** Of a posted body. */
  maxBytes: number;
}

const PAGE: PrivateRoute = { methods: 'GET, HEAD', maxBytes: 0 };

/** What passes: every page of the app, by its path in the default language; of several forms on one page the largest counts. */
const PAGES = new Map<string, PrivateRoute>([paths.account, paths.password, paths.passwordDone].map((path) => [path(DEFAULT_LOCALE), PAGE]));
for (const { path, maxBytes } of FORMS) {
  const page = path(DEFAULT_LOCALE);
  PAGES.set(page, { methods: 'GET, HEAD, POST', maxBytes: Math.max(maxBytes, PAGES.get(page)?.maxBytes ?? 0) });
}

/** What the app has at a private path; null where it has nothing for anybody. The framework's own paths are asked for in development alone. */
export function privateRoute(path: string, dev: boolean): PrivateRoute | null {
  if (path.startsWith('/_next/') && dev) return PAGE;
  return PAGES.get(inLocale(path, DEFAULT_LOCALE)) ?? null;
}

/** Their paths in the default language. */
export const PRIVATE_PAGES: readonly string[] = [...PAGES.keys()];
