import type { Language } from '#locales/language.ts';
import { lint } from './lint/lint.ts';
import { messages } from './messages.ts';
import { templates } from './templates.ts';

export const language: Language = {
  name: 'English',
  direction: 'ltr',
  formatTag: 'en-GB',
  beforeHour: ', ',
  midSentence: (word) => word.charAt(0).toLowerCase() + word.slice(1),
  // Those of California Civ. Code 1798.82, word for word.
  headings: {
    happened: 'What happened',
    information: 'What information was involved',
    doing: 'What we are doing',
    can_do: 'What you can do',
    more: 'For more information',
  },
  foldHeading: (heading) => heading.replace(/[?:.]$/u, ''),
  vagueLink: /^(?:click|tap|press|see|read)? ?(?:here|this|this link|link|more|read more|learn more)$/iu,
  signInPlaces: ['signin', 'sign-in', 'login', 'log-in', 'logon', 'reset', 'resetpassword', 'reset-password', 'password', 'payment', 'pay', 'checkout'],
  messages,
  templates,
  lint,
};
