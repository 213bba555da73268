import type { Language } from '#locales/language.ts';
import { lint } from './lint/lint.ts';
import { messages } from './messages.ts';
import { templates } from './templates.ts';

export const language: Language = {
  name: 'Deutsch',
  direction: 'ltr',
  formatTag: 'de-DE',
  beforeHour: ', ',
  // Nouns keep their capitals.
  midSentence: (word) => word,
  headings: {
    happened: 'Was passiert ist',
    information: 'Welche Daten betroffen waren',
    doing: 'Was wir tun',
    can_do: 'Was Sie tun können',
    more: 'Weitere Informationen',
  },
  foldHeading: (heading) => heading.replace(/[?:.]$/u, ''),
  vagueLink: /^(?:(?:klicken sie )?hier|dieser link|mehr|mehr erfahren|weiterlesen)$/iu,
  signInPlaces: ['anmelden', 'passwort'],
  messages,
  templates,
  lint,
};
