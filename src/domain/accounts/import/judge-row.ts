import { emailAddress } from '#domain/accounts/email-address.ts';
import { refusalOfHash } from '#domain/credentials/password/importable-hash.ts';
import { market as marketSchema } from '#model/market.ts';
import { LOCALES, type Locale } from '#paths';
import type { ImportRow } from './import-source.ts';
import { pastInstant, Refused } from './past-instant.ts';

/** What holds for a row that does not say. */
export interface ImportDefaults {
  market?: string | undefined;
  locale?: Locale | undefined;
}

/** As the columns of what is staged, in their order, without the line. */
type StagedRow = [
  email: string,
  emailKey: string,
  market: string | null,
  locale: string | null,
  createdAt: string | null,
  hash: string | null,
  at: string | null,
];

const locales: ReadonlySet<string> = new Set(LOCALES);

/** Judges rows against these defaults at `now`: what is staged of one, or why it is refused, in words that repeat nothing of it. */
export function rowJudge(defaults: ImportDefaults, now: Date): (row: ImportRow) => StagedRow | string {
  const markets = new Map<string, boolean>();
  const isMarket = (value: string) => {
    const known = markets.get(value);
    if (known !== undefined) return known;
    const is = marketSchema.safeParse(value).success;
    // Only what is one is kept: there are few.
    if (is) markets.set(value, is);
    return is;
  };
  const past = pastInstant(now);
  return (row) => {
    if ('unreadable' in row) return row.unreadable;
    const { email, market, locale, created_at, password_hash, password_changed_at } = row.values;
    if (!email) return 'email is missing';
    const address = emailAddress(email);
    if (address === null) return 'email is no address';
    if (!market && defaults.market === undefined) return 'market is missing';
    if (market && !isMarket(market)) return 'market is not two capital letters, like US';
    if (!locale && defaults.locale === undefined) return 'locale is missing';
    if (locale && !locales.has(locale)) return `locale is none of ${LOCALES.join(', ')}`;
    const created = past('created_at', created_at);
    if (created instanceof Refused) return created.reason;
    const changed = past('password_changed_at', password_changed_at);
    if (changed instanceof Refused) return changed.reason;
    const refusal = password_hash ? refusalOfHash(password_hash) : null;
    if (refusal !== null) return refusal;
    return [address.spelling, address.key, market || null, locale || null, created, password_hash || null, password_hash ? changed : null];
  };
}
