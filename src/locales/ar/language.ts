import type { Language } from '#locales/language.ts';
import { lint } from './lint/lint.ts';
import { messages } from './messages.ts';
import { templates } from './templates.ts';

export const language: Language = {
  name: 'العربية',
  direction: 'rtl',
  // Latin digits, so that a date or a version can be compared with one elsewhere.
  formatTag: 'ar-u-nu-latn',
  beforeHour: '، ',
  // Its letters have no capitals.
  midSentence: (word) => word,
  headings: {
    happened: 'ما الذي حدث',
    information: 'ما البيانات المعنيّة',
    doing: 'ما الذي نفعله',
    can_do: 'ما الذي يمكنك فعله',
    more: 'لمزيد من المعلومات',
  },
  // Vowel marks and tatweel may be written or not.
  foldHeading: (heading) => heading.replace(/[\u064B-\u065F\u0640]/gu, '').replace(/[?؟:.]$/u, ''),
  vagueLink: /^(?:اضغط |انقر )?(?:هنا|هذا الرابط|الرابط|المزيد|اقرأ المزيد)$/u,
  signInPlaces: [],
  messages,
  templates,
  lint,
};
