import { OperatorError } from '#config/operator-error.ts';
import { errorCodes } from '#domain/core/postgres/error-codes.ts';
import { isRefusal } from '#domain/core/errors.ts';
import { isDatabaseAway } from '#domain/core/postgres/unavailable.ts';

/** What a verb says of a field by a key; it says the rest in sentences. */
const KEYS: Record<string, string> = {
  account_unknown: 'there is no account with one of these numbers',
  address_differs: 'is not the address of this account',
  email_invalid: 'is no address',
  ends_before_it_begins: 'the time to do it by comes before it begins: exchange --starts-at and --ends-at',
  key_wrong: 'is no key, or one that ran out or was revoked, or its person may not approve any more',
  nobody_matched: 'no line is the address of an account',
  platform_and_version: 'upgrade_app needs --platform and --fixed-version, and nothing else takes them',
  rule_or_list: 'say who: one of --everyone, --market, --created-before, --file and --accounts',
  time_passed: 'has passed already',
  too_big: 'is too long',
  version_invalid: 'is no version; write its numbers, like 1.10.2',
};
/** A key that has no words here, a library's name for its issue among them. */
const KEY = /^[a-z]+(?:[_.][a-z]+)*$/;
/** PostgreSQL's and Prisma's names for a schema, table, column, type or function that is not there. */
const NOT_MIGRATED = /^(?:42P01|42703|42704|42883|3F000|P2021|P2022)$/;
/** PostgreSQL's name for a right that its user lacks. */
const NOT_ALLOWED = '42501';
/** What the system says of a file. */
const OF_SYSTEM: Record<string, string> = {
  EACCES: 'this user may not read or write it',
  EDQUOT: 'the disk is full for this user',
  EEXIST: 'it is there already',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'this process has too many files open',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'there is no such file',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is no folder',
  EPERM: 'this user may not do this with it',
  EROFS: 'the disk can only be read',
};

/**
 * What went wrong, for the person at the command line: what it was, and below it where. Never the words of a library: what is neither a refusal
 * nor written for the person is a sentence with the reference.
 */
export function failureLines(error: unknown, reference: string): string[] {
  if (isRefusal(error) && error.kind === 'invalid')
    return [
      error.message,
      ...Object.entries(error.fields).map(([place, said]) => `  ${place === 'form' || place === 'order' ? '' : `${place}  `}${wordsOf(said)}`),
    ];
  if (error instanceof OperatorError) return [error.message];
  const codes = errorCodes(error);
  if (codes.some((code) => NOT_MIGRATED.test(code))) return ['The database is not of this build. Run candor migrate.'];
  if (codes.includes(NOT_ALLOWED)) return ['The database does not let its user do this. See DATABASE_URL, and whom its tables belong to.'];
  if (isRefusal(error) && error.kind !== 'unavailable') return [error.message];
  const system = systemSentence(error);
  if (system !== null) return [system];
  if (isRefusal(error) || isDatabaseAway(error)) return ['The database can’t be reached, or does not answer. See DATABASE_URL.'];
  return [`This failed, and not by anything you typed (reference ${reference}). With LOG_LEVEL=debug the command prints what happened.`];
}

function wordsOf(said: string): string {
  return KEYS[said] ?? (KEY.test(said) ? 'can’t be taken as it is' : said);
}

/** Of a file, its whole path and why; null for what is none. */
function systemSentence(error: unknown): string | null {
  const { code = '', path } = Object(error) as Record<string, unknown>;
  const why = OF_SYSTEM[String(code)];
  return why !== undefined && typeof path === 'string' ? `"${path}": ${why}.` : null;
}
