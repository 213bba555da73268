import type { Site } from '#model/site.ts';
import { LOCALES } from '#paths';

/** Before the first edition a page has no names to show. */
export const UNPUBLISHED: Site = {
  brand: 'Candor',
  legalName: '',
  host: '',
  locales: [...LOCALES],
  contacts: { security: '', press: '', privacy: '', phone: '', post: '' },
  menuPath: { en: '' },
  pages: {} as Site['pages'],
  trustedDomains: [],
};
