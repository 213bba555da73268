import pg from 'pg';
import { OperatorError } from '#config/operator-error.ts';

/** Milliseconds for a connection, and for each question. */
const ANSWER_MS = 3_000;

type Setting = 'DATABASE_URL' | 'DATABASE_DIRECT_URL';

/** Does `work` on a connection of its own. Throws an OperatorError that names the setting and says why the database can't be asked. */
export async function askDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>, setting: Setting = 'DATABASE_URL'): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: ANSWER_MS, query_timeout: ANSWER_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } catch (cause) {
    throw new OperatorError(`${setting}: ${reasonOf(cause)}`, { cause });
  } finally {
    // One that does not answer would not answer this either.
    void client.end().catch(() => undefined);
  }
}

/** By PostgreSQL's, the system's and OpenSSL's names for what is wrong. */
const REASONS: [RegExp, string][] = [
  [/^28/, 'the database refuses this user, or its password.'],
  [/^3D000$/, 'the server has no database of this name.'],
  [/^(42P01|42703|3F000)$/, 'the database is not of this build. Run candor migrate.'],
  [/^42501$/, 'the database does not let this user look. See whom its tables belong to.'],
  [/^53/, 'the database is full, or has no connection left.'],
  [/^57P03$/, 'the database is starting or stopping.'],
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'nothing is known by the name of its host.'],
  [/^ECONNREFUSED$/, 'nobody listens at its host and port. Is PostgreSQL running?'],
  [/CERT|SELF_SIGNED|ALTNAME/, 'the database’s certificate is not trusted. See sslmode and sslrootcert.'],
];

function reasonOf(cause: unknown): string {
  const { code, errors } = Object(cause) as { code?: unknown; errors?: unknown[] };
  // A name with several addresses fails with an error for each.
  const codes = [code, ...(errors ?? []).map((error) => (Object(error) as { code?: unknown }).code)].map(String);
  return REASONS.find(([pattern]) => codes.some((each) => pattern.test(each)))?.[1] ?? 'the database can’t be reached, or does not answer.';
}
