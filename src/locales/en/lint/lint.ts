import type { LintWords } from '#locales/lint-words.ts';
import { asks } from './asks.ts';
import { claims } from './claims.ts';
import { facts } from './facts.ts';
import { tone } from './tone.ts';

export const lint: LintWords = {
  foldLetter: (letter) => letter,
  glued: '',
  noticeTitle: 'Notice of Data Breach',
  maxWords: 25,
  // Flesch and Kincaid. Grade 7 is age 12.
  grade: {
    // Silent: the e of "made", "closed" and "lines".
    syllable: /[aeiouy]+(?!(?<=[^aeioul]e)(?![\p{L}]))(?!(?<=[^aeioudt]e)d(?![\p{L}]))(?!(?<=[^aeioucgszxhl]e)s(?![\p{L}]))/giu,
    of: ({ wordsPerSentence, syllablesPerWord }) => 0.39 * wordsPerSentence + 11.8 * syllablesPerWord - 15.59,
    max: 7,
  },
  address: null,
  numbers: { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12 },
  scales: { thousand: 1e3, million: 1e6, billion: 1e9 },
  categories: {
    name: ['name', 'names', 'full name*', 'first name*', 'last name*', 'surname*'],
    email: ['email address*', 'e-mail address*', 'mail address*'],
    phone: ['phone number*', 'telephone number*', 'mobile number*'],
    address: ['home address*', 'postal address*', 'street address*', 'billing address*', 'delivery address*', 'postcode*'],
    birth_date: ['birth date*', 'birthdate*', 'date of birth', 'dates of birth', 'birthday*'],
    username: ['user name*', 'username*'],
    password: ['password*', 'passphrase*'],
    payment: [
      'payment data',
      'payment detail*',
      'payment information',
      'card number*',
      'card detail*',
      'credit card*',
      'debit card*',
      'bank detail*',
      'bank account*',
      'financial data',
      'financial information',
      'IBAN*',
    ],
    government_id: [
      'social security number*',
      'passport number*',
      'passport detail*',
      'identity card*',
      'driving licence*',
      "driver's license*",
      'tax number*',
    ],
    health: ['health data', 'health information', 'health record*', 'medical data', 'medical record*', 'diagnos*'],
    location: ['location data', 'location histor*', 'whereabouts', 'GPS data'],
    messages: ['private message*', 'direct message*', 'chat histor*', 'message histor*', 'content of messages', 'contents of messages'],
    usage: ['listening histor*', 'usage data', 'viewing histor*', 'search histor*', 'purchase histor*'],
    device: ['device ID*', 'device identifier*', 'device data', 'device information', 'IMEI*'],
  },
  phrases: { ...facts, ...claims, ...tone, ...asks },
};
