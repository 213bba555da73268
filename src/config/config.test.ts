import fc from 'fast-check';
import pg from 'pg';
import { expect, test } from 'vitest';
import { readConfig } from '#config';

const complete = {
  CANDOR_URL: 'https://security.example.org',
  DATABASE_URL: 'postgres://candor@127.0.0.1/candor',
  CANDOR_SECRET: 'a-secret-that-only-the-tests-know-0123',
};
const read = (set: Record<string, string>) => readConfig({ ...complete, ...set });
const refusal = (set: Record<string, string>) => {
  try {
    read(set);
  } catch (error) {
    return (error as Error).message;
  }
  return null;
};

test.each([
  ['https://security.example.org', 'https://security.example.org'],
  ['HTTPS://Security.Example.ORG:443/', 'https://security.example.org'],
  ['http://localhost:80', 'http://localhost'],
  ['http://localhost:3000', 'http://localhost:3000'],
  ['https://bücher.example', 'https://xn--bcher-kva.example'],
  ['https://[::1]:8443', 'https://[::1]:8443'],
])('CANDOR_URL=%s is the site at %s', (CANDOR_URL, origin) => {
  expect(read({ CANDOR_URL }).url.href).toBe(`${origin}/`);
});

test.each([
  'security.example.org',
  'security.example.org:443',
  'localhost:3000',
  'https:security.example.org',
  'https://security.example.org/candor',
  'https://security.example.org/?x=1',
  'https://security.example.org/#x',
  'https://somebody:secret@security.example.org',
  'https://security.example.org.',
  'ftp://security.example.org',
  'https://',
  'https://security.example.org:99999',
  'https://security.example.org:0',
  'https://*.example.org',
  'https://security..example.org',
  'https://security.example.org;x',
  'https://$HOST',
  'https://-a.example',
  `https://${'a'.repeat(64)}.example`,
  'https://security.\nexample.org',
  'https://security.example.org\\',
  'https://@security.example.org',
  'https://0.0.0.0',
  'https://[::]:3000',
])('CANDOR_URL=%s is refused in one sentence', (CANDOR_URL) => {
  expect(refusal({ CANDOR_URL })).toMatch(/^The configuration is not complete\.\nCANDOR_URL: is the address that people type[^\n]*$/);
});

const relay = { host: 'relay.example', port: 465, secure: true, requireTLS: true, auth: undefined };
const auth = { user: 'user', pass: 'password' };
test.each([
  ['smtps://relay.example', relay],
  ['smtps://user:password@relay.example', { ...relay, auth }],
  ['SMTPS://user:password@RELAY.example:2465/', { ...relay, port: 2465, auth }],
  ['smtp://relay.example', { ...relay, port: 587, secure: false, requireTLS: false }],
  ['smtp://relay.example?requireTLS=true', { ...relay, port: 587, secure: false }],
  ['smtp://relay.example:25', { ...relay, port: 25, secure: false, requireTLS: false }],
  ['smtps://user:pa%23ss%2F%3F%40@relay.example', { ...relay, auth: { user: 'user', pass: 'pa#ss/?@' } }],
  ['smtps://user:100%@relay.example', { ...relay, auth: { user: 'user', pass: '100%' } }],
  ['smtps://user%40tempo.example:p@ss:word@relay.example', { ...relay, auth: { user: 'user@tempo.example', pass: 'p@ss:word' } }],
  ['smtps://[::1]:465', { ...relay, host: '::1' }],
  ['smtps://relay.bücher.example', { ...relay, host: 'relay.xn--bcher-kva.example' }],
])('SMTP_URL=%s is one relay', (SMTP_URL, expected) => {
  expect(read({ SMTP_URL }).relay).toEqual(expected);
});

const TYPED = 'h0rse-Battery';
test.each([
  `smtps://user:${TYPED}#x@relay.example:465`,
  `smtps://user:1#${TYPED}@relay.example:465`,
  `smtps://user:${TYPED}/x@relay.example`,
  `smtps://user:${TYPED}%ff@relay.example`,
  `smtps:user:${TYPED}@relay.example`,
  `user:${TYPED}@relay.example:465`,
  `smtps://user:${TYPED}@`,
  `smtps://user:${TYPED}@relay.example:465/path`,
  `smtps://user:${TYPED}@relay.example:70000`,
  `smtps://user:${TYPED}@relay.example:0`,
  `smtps://user:${TYPED}@relay.example?secure=false`,
  `smtpx://user:${TYPED}@relay.example`,
  `smtps://user:${TYPED}@relay%2f.example`,
  `smtps://user:${TYPED}@relay%0a.example`,
  `smtps://user:${TYPED}%0d%0a@relay.example`,
  `smtps://user:${TYPED}@relay.example..`,
  `smtps://user:${TYPED}@*.example`,
])('SMTP_URL=%s is refused without its password', (SMTP_URL) => {
  expect(refusal({ SMTP_URL })).toMatch(/^The configuration is not complete\.\nSMTP_URL: is smtps:\/\/[^\n]*$/);
  expect(refusal({ SMTP_URL })).not.toContain(TYPED);
});

test('every name and password can be given to the relay', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (user, pass) => {
      const SMTP_URL = `smtps://${encodeURIComponent(user)}:${encodeURIComponent(pass)}@relay.example`;
      expect(read({ SMTP_URL }).relay?.auth).toEqual({ user, pass });
    }),
  );
});

test.each([
  ['postgres://candor:secret@127.0.0.1:5432/candor', { host: '127.0.0.1', port: 5432, user: 'candor', password: 'secret', database: 'candor' }],
  ['POSTGRESQL://candor:pa%23ss@db.example/candor', { host: 'db.example', user: 'candor', password: 'pa#ss', database: 'candor' }],
  ['postgres://candor:100%@db.example/candor', { host: 'db.example', password: '100%' }],
  ['postgres://candor:p@ss@db.example/candor', { host: 'db.example', password: 'p@ss' }],
  ['postgres:///candor?host=/var/run/postgresql', { host: '/var/run/postgresql', database: 'candor' }],
  ['postgres://candor:secret@/candor?host=/var/run/postgresql', { host: '/var/run/postgresql', user: 'candor', password: 'secret', database: 'candor' }],
  ['postgres://%2Fvar%2Frun/candor', { host: '/var/run', database: 'candor' }],
])('DATABASE_URL=%s is what node-postgres reads', (DATABASE_URL, expected) => {
  expect(new pg.Client({ connectionString: read({ DATABASE_URL }).databaseUrl })).toMatchObject(expected);
});

test.each([
  `postgres://candor:${TYPED}#x@db.example/candor`,
  `postgres://candor:1#${TYPED}@db.example/candor`,
  `postgres://candor:${TYPED}/x@db.example/candor`,
  `postgres://candor:${TYPED}%ff@db.example/candor`,
  `postgres:candor:${TYPED}@db.example/candor`,
  `mysql://candor:${TYPED}@db.example/candor`,
  `candor:${TYPED}@db.example/candor`,
  `postgres://candor:${TYPED}@db.example:x/candor`,
  `postgres://candor:${TYPED}@db.example:0/candor`,
  `postgres://candor:${TYPED}@db.example/candor?port=70000`,
  `postgres://candor:${TYPED}@db.example/candor?port=${TYPED}`,
  `postgres://candor:${TYPED}@one.example,two.example/candor`,
  `postgres://candor:${TYPED}@db.example/candor?sslmode=${TYPED}`,
  `postgres://candor:${TYPED}@db*.example/candor`,
  `postgres://candor:${TYPED}@db%2fx/candor`,
  `postgres://candor:${TYPED}@/candor?host=run/postgresql`,
  `postgres://candor:${TYPED}%00@db.example/candor`,
])('DATABASE_URL=%s is refused without its password', (DATABASE_URL) => {
  expect(refusal({ DATABASE_URL })).toMatch(/^The configuration is not complete\.\nDATABASE_URL: [^\n]*$/);
  expect(refusal({ DATABASE_URL })).not.toContain(TYPED);
});

test.each([
  ['sslrootcert=/nowhere/ca.pem', 'names in sslrootcert a file that can’t be read'],
  ['sslmode=verify-full&sslcert=/nowhere/cert.pem&sslkey=/nowhere/key.pem', 'names in sslcert and sslkey a file that can’t be read'],
  ['sslmode=verify-full&sslrootcert=/etc', 'names in sslrootcert a file that can’t be read'],
  ['sslmode=disable&sslrootcert=/nowhere/ca.pem', 'names in sslrootcert a file that can’t be read'],
  ['ssl=false', 'has an ssl that is none of true, 1, 0, no-verify; say it with sslmode'],
  ['sslnegotiation=straight', 'has an sslnegotiation that is none of postgres, direct'],
  ['sslmode=disable&sslnegotiation=direct', 'has sslnegotiation=direct, and no TLS that it could be said of'],
  ['sslmode=verify-ca&uselibpqcompat=true', 'has sslmode=verify-ca without an sslrootcert'],
])('DATABASE_URL with ?%s is refused before anybody connects', (query, sentence) => {
  expect(refusal({ DATABASE_URL: `postgres://candor:${TYPED}@db.example/candor?${query}` })).toBe(
    `The configuration is not complete.\nDATABASE_URL: ${sentence}`,
  );
});

test.each(['prefer', 'require', 'verify-ca'])('sslmode=%s, which node-postgres takes for verify-full with a warning, is given to it as that', (sslmode) => {
  const [DATABASE_URL, certain] = [sslmode, 'verify-full'].map((mode) => `postgres://db.example/candor?sslmode=${mode}&application_name=x`) as [string, string];
  expect(read({ DATABASE_URL }).databaseUrl).toBe(certain);
  expect(read({ DATABASE_URL: 'postgres://db.example/candor?uselibpqcompat=true&sslmode=require' }).databaseUrl).toContain('sslmode=require');
});

test('every name and password reaches the database as it was meant, percent signs too', () => {
  const part = fc.string({ minLength: 1, unit: 'grapheme' });
  fc.assert(
    fc.property(part, part, fc.boolean(), (user, password, bare) => {
      const written = encodeURIComponent(password) + (bare ? '%' : '');
      const url = read({ DATABASE_URL: `postgres://${encodeURIComponent(user)}:${written}@db.example/candor` }).databaseUrl;
      expect(new pg.Client({ connectionString: url })).toMatchObject({ user, password: password + (bare ? '%' : ''), host: 'db.example' });
    }),
  );
});

test('where a connection goes, and whether by TLS, is judged as node-postgres does it', () => {
  const file = import.meta.filename;
  const optional = (...values: string[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
  const query = {
    host: optional('127.0.0.1', 'db.example', '/run', ''),
    sslmode: optional('disable', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'),
    ssl: optional('true', '1', '0', 'no-verify', 'false', ''),
    sslnegotiation: optional('postgres', 'direct'),
    sslrootcert: optional(file, ''),
    uselibpqcompat: optional('true'),
    application_name: optional('a@/b'),
  };
  const environment = { PGHOST: optional('localhost', 'db.example', '/run'), PGSSLMODE: optional('disable', 'require', 'no-verify', 'allow') };
  const authority = fc.constantFrom('candor@db.example', 'candor@127.0.0.1', 'candor@', '', '[::1]', '%2Frun', 'db.example:5433');
  const present = (given: Record<string, string | undefined>) => Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const kept = process.env;
  fc.assert(
    fc
      .property(authority, fc.record(query), fc.record(environment), (at, asked, around) => {
        const set = Object.fromEntries(present(around));
        const DATABASE_URL = `postgres://${at}/candor?${present(asked)
          .map((pair) => pair.join('='))
          .join('&')}`;
        if (refusal({ DATABASE_URL, ...set }) !== null) return;
        process.env = { ...kept, ...set };
        const { host, connectionParameters } = new pg.Client({ connectionString: read({ DATABASE_URL, ...set }).databaseUrl }) as pg.Client & {
          connectionParameters: { ssl: unknown };
        };
        const open = host === 'db.example' && !connectionParameters.ssl;
        expect(read({ DATABASE_URL, ...set }).cautions.length, DATABASE_URL).toBe(open ? 1 : 0);
      })
      .afterEach(() => {
        process.env = kept;
      }),
    { numRuns: 1000 },
  );
});

test.each([
  { PORT: '0', HOST: '0.0.0.0' },
  { PORT: '65535', HOST: '::' },
  { PORT: '3000', HOST: 'localhost' },
])('%j is listened on', ({ PORT, HOST }) => {
  expect(read({ PORT, HOST })).toMatchObject({ port: Number(PORT), host: HOST });
  expect(read({ HOST: '[::1]' }).host).toBe('::1');
});

test.each([
  { PORT: '65536' },
  { PORT: '1e3' },
  { PORT: '0x50' },
  { PORT: '-1' },
  { PORT: '80.5' },
  { PORT: 'http' },
  { HOST: 'localhost:3000' },
  { HOST: '127.0.0' },
  { HOST: '256.0.0.1' },
  { HOST: 'http://localhost' },
  { TRUSTED_PROXIES: '10.0.0.0/33' },
  { TRUSTED_PROXIES: '10.0.0.0/8 10.1.1.1' },
  { TRUSTED_PROXIES: 'proxy.example' },
  { CANDOR_SHIFT: '1e3' },
  { CANDOR_SHIFT: '0.5' },
  { CANDOR_DEMO: 'true' },
  { LOG_LEVEL: 'loud' },
  { CANDOR_SECRET: TYPED },
  { CANDOR_SECRET: ' '.repeat(32) },
  { HOST: '-a' },
  { HOST: 'a%2fb' },
  { CANDOR_DATA: 'file:///var/lib/candor' },
  { CANDOR_DATA: '~/candor' },
  { CANDOR_CONTENT: '  ' },
])('%j is refused by its name', (set) => {
  const [name] = Object.keys(set);
  expect(refusal(set as Record<string, string>)).toMatch(new RegExp(`^The configuration is not complete\\.\\n${name}: (?!Invalid)[^\\n]+$`));
  expect(refusal(set as Record<string, string>)).not.toContain(TYPED);
});

test('a network of proxies holds each of its addresses', () => {
  const { trustedProxies } = read({ TRUSTED_PROXIES: '10.0.0.0/8, fd00::/8,192.0.2.1' });
  expect(['10.200.1.1', '192.0.2.1', '11.0.0.1'].map((address) => trustedProxies.check(address))).toEqual([true, true, false]);
  expect(['fd12::1', 'fe80::1'].map((address) => trustedProxies.check(address, 'ipv6'))).toEqual([true, false]);
});

test('an empty variable is one that is not set', () => {
  expect(read({ PORT: '', HOST: '', SMTP_URL: '', LOG_LEVEL: '', CANDOR_SHIFT: '', CANDOR_DEMO: '', TRUSTED_PROXIES: '' })).toEqual(read({}));
  expect(refusal({ DATABASE_URL: '', CANDOR_URL: '' })).toBe('The configuration is not complete.\nCANDOR_URL: is not set\nDATABASE_URL: is not set');
});

test.each([
  [{ CANDOR_URL: 'http://security.example.org' }, 'CANDOR_URL'],
  [{ SMTP_URL: 'smtp://relay.example' }, 'SMTP_URL'],
  [{ DATABASE_URL: `postgres://candor:${TYPED}@db.example/candor` }, 'DATABASE_URL'],
  [{ DATABASE_URL: 'postgres://db.example/candor?sslmode=disable' }, 'DATABASE_URL'],
  [{ DATABASE_URL: 'postgres:///candor?host=db.example' }, 'DATABASE_URL'],
  [{ DATABASE_URL: 'postgres:///candor', PGHOST: 'db.example' }, 'DATABASE_URL'],
  [{ DATABASE_URL: 'postgres://candor@db.example/candor?application_name=a@/b' }, 'DATABASE_URL'],
  [{ DATABASE_URL: 'postgres:///candor?host=127.0.0.1&host=db.example' }, 'DATABASE_URL'],
  [{ TRUSTED_PROXIES: '10.0.0.0/8,0.0.0.0/0' }, 'TRUSTED_PROXIES'],
  [{ TRUSTED_PROXIES: '::/0' }, 'TRUSTED_PROXIES'],
])('%j is taken, and its openness is said', (set, name) => {
  expect(read(set as Record<string, string>).cautions).toEqual([expect.stringMatching(new RegExp(`^${name}: `))]);
  expect(read(set as Record<string, string>).cautions.join()).not.toContain(TYPED);
});

test.each([
  { CANDOR_URL: 'http://localhost:3000' },
  { SMTP_URL: 'smtp://127.0.0.1:1025' },
  { SMTP_URL: 'smtp://relay.example?requireTLS=true' },
  { SMTP_URL: 'smtps://relay.example' },
  { DATABASE_URL: 'postgres://db.example/candor?sslmode=verify-full' },
  { DATABASE_URL: 'postgres://db.example/candor?ssl=true' },
  { DATABASE_URL: 'postgres://db.example/candor', PGSSLMODE: 'require' },
  { DATABASE_URL: 'postgres://[::1]/candor' },
  { TRUSTED_PROXIES: '10.0.0.0/8,fd00::/8' },
  { DATABASE_URL: 'postgres:///candor?host=/var/run/postgresql' },
])('%j leaves nothing to say', (set) => {
  expect(read(set as Record<string, string>).cautions).toEqual([]);
});
