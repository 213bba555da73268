import type { z } from 'zod';

const KINDS: Readonly<Record<string, string>> = {
  string: 'write words here',
  number: 'write a number in digits alone, like 1200',
  int: 'write a whole number',
  boolean: 'write true or false',
  array: 'write a list, one "- " a line',
  object: 'write fields below it, one a line',
  record: 'write one line for each language, like "en: …"',
};

const FORMATS: Readonly<Record<string, string>> = {
  email: 'write an email address, like security@tempo.example',
  url: 'write a whole address that begins with https://',
  datetime: 'write a time with its zone in quotes, like "2014-05-27T14:00:00Z"',
  date: 'write a day, like 2014-05-27',
};

/** What a schema says to authors, for each kind of problem that has no words of its own: a library's own are for programmers. */
export function schemaWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? 'write another kind of value here';
    case 'invalid_value':
      return `use ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}`;
    case 'invalid_key':
      return 'this is not a language that Candor speaks, or not a field here';
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'this is not of the form that is asked for here';
    case 'too_small':
      if (issue.origin === 'string') return 'write something here';
      return issue.origin === 'array' ? `name at least ${issue.minimum}` : `write a number of at least ${Number(issue.minimum) + (issue.inclusive ? 0 : 1)}`;
    case 'too_big':
      if (issue.origin === 'string') return `shorten it to ${issue.maximum} characters`;
      return issue.origin === 'array' ? `name at most ${issue.maximum}` : `write a number of at most ${issue.maximum}`;
    default:
      return 'this value can’t be used here';
  }
}
