import { isRefusal } from '#domain/core/errors.ts';

/** What a verb says of a field by a key; it says the rest in sentences. */
const KEYS: Record<string, string> = {
  account_unknown: 'there is no account with one of these numbers',
  email_invalid: 'is no address',
  nobody_matched: 'no line is the address of an account',
  platform_and_version: 'upgrade_app needs --platform and --fixed-version, and nothing else takes them',
  rule_or_list: 'say who: one of --everyone, --market, --created-before, --file and --accounts',
  too_big: 'is too long',
};
/** PostgreSQL's and Prisma's words for a table or column that is not there. */
const NOT_MIGRATED = /\b(?:42P01|42703|P2021|P2022)\b/;

/** What went wrong, for the person at the command line: what it was, and below it where. Never the words of a library. */
export function failureLines(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  const code = 'code' in error ? String(error.code) : '';
  if (NOT_MIGRATED.test(`${code} ${error.message}`)) return ['The database is not of this build. Run candor migrate.'];
  if (!isRefusal(error)) return [error.message];
  if (error.kind === 'unavailable') return ['The database can’t be reached, or does not answer. See DATABASE_URL.'];
  if (error.kind !== 'invalid') return [error.message];
  return [
    error.message,
    ...Object.entries(error.fields).map(([place, said]) => `  ${place === 'form' || place === 'order' ? '' : `${place}  `}${KEYS[said] ?? said}`),
  ];
}
