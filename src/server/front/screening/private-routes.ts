import { FORMS } from '#model/forms/forms.ts';
import { DEFAULT_LOCALE, inLocale } from '#paths';

/** What a private path takes. */
export interface Route {
  /** As an Allow field says it. */
  methods: 'GET, HEAD' | 'GET, HEAD, POST';
  /** Of a posted body. */
  maxBytes: number;
}

const PAGE: Route = { methods: 'GET, HEAD', maxBytes: 0 };

/** By the path of a page in the default language; of several forms on one page the largest counts. */
const FORM_PAGES = new Map<string, Route>();
for (const { path, maxBytes } of FORMS) {
  const page = path(DEFAULT_LOCALE);
  FORM_PAGES.set(page, { methods: 'GET, HEAD, POST', maxBytes: Math.max(maxBytes, FORM_PAGES.get(page)?.maxBytes ?? 0) });
}

/** What the app has at a private path; null where it has nothing for anybody: below `/api`, and the framework's own paths, which no document of ours asks for outside development. */
export function privateRoute(path: string, dev: boolean): Route | null {
  if (path.startsWith('/_next/') && dev) return PAGE;
  if (/^\/(?:api|_next)(?:\/|$)/.test(path)) return null;
  return FORM_PAGES.get(inLocale(path, DEFAULT_LOCALE)) ?? PAGE;
}
