import { gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createAccount } from '#tests/support/accounts.ts';
import { csv, HEAD, hash, LINES, importTrials } from '#tests/support/imports/import-trials.ts';

const { accounts, database, held, take } = importTrials();

const ndjson = [
  { EMAIL: 'Someone@Tempo.example', market: 'SE', locale: 'en', created_at: '2014-05-22T00:00:00Z' },
  {
    email: "o'brien@tempo.example",
    market: 'NO',
    locale: 'de',
    created_at: '2014-05-22T00:00:00Z',
    password_hash: hash('b'),
    password_changed_at: '2015-01-01T00:00:00.5Z',
  },
  { email: 'jürgen@bücher.example', market: 'DE', locale: 'de', password_hash: null },
];
const json = ndjson.map((row) => JSON.stringify(row)).join('\n');

test.each<[string, string | Buffer]>([
  ['CSV', csv],
  ['CSV of another system: a mark, CRLF, capitals, blank lines', `\ufeff\r\n${LINES.join('\r\n\r\n').replace(HEAD, HEAD.toUpperCase())}\r\n\r\n`],
  ['NDJSON', json],
  ['CSV in gzip', gzipSync(csv)],
  ['NDJSON in two parts of gzip', Buffer.concat([gzipSync(json.slice(0, 100)), gzipSync(json.slice(100))])],
  ['CSV in zstd', zstdCompressSync(csv)],
  ['NDJSON in two frames of zstd', Buffer.concat([zstdCompressSync(json.slice(0, 100)), zstdCompressSync(json.slice(100))])],
])('%s is taken, and taken again it changes nothing', async (_, content) => {
  const first = await take(content);
  expect(first).toMatchObject({ error: null, refused: [], view: { rows: 3, created: 3, changed: 0, unchanged: 0, hashesSet: 1, hashesKept: 0, rejected: 0 } });
  const made = await accounts();
  expect(made).toMatchObject([
    { email: 'jürgen@bücher.example', emailKey: 'jürgen@xn--bcher-kva.example', market: 'DE', locale: 'de', passwordHash: null, lastSignInAt: null },
    {
      email: "o'brien@tempo.example",
      passwordHash: hash('b'),
      passwordChangedAt: new Date('2015-01-01T00:00:00.5Z'),
      createdAt: new Date('2014-05-22T00:00:00Z'),
    },
    { email: 'Someone@Tempo.example', emailKey: 'someone@tempo.example', market: 'SE', locale: 'en', roles: [], demo: false },
  ]);
  expect(await take(content)).toMatchObject({ view: { created: 0, changed: 0, unchanged: 3, hashesSet: 0, hashesKept: 0 } });
  expect(await accounts()).toEqual(made);
  expect([await held(), await database().db.passwordChange.count()]).toEqual([0, 0]);
  const entries = await database().db.auditEntry.findMany();
  expect(entries.map(({ outcome, subject }) => [outcome, subject])).toEqual([
    ['done', 'accounts'],
    ['done', 'accounts'],
  ]);
  expect(JSON.stringify(entries.map(({ detail }) => detail))).not.toMatch(/@|argon2/);
});

const BAD: [string, string][] = [
  ['no address,SE,en,,,', 'email is no address'],
  [',SE,en,,,', 'email is missing'],
  ['a@tempo.example,Sweden,en,,,', '"market is not two capital letters, like US"'],
  ['a@tempo.example,,en,,,', 'market is missing'],
  ['a@tempo.example,SE,,,,', 'locale is missing'],
  ['a@tempo.example,SE,tlh,,,', '"locale is none of en, de, ar"'],
  ['a@tempo.example,SE,en,2014-05-22,,', '"created_at is no time with its zone, like 2014-05-22T00:00:00Z"'],
  ['a@tempo.example,SE,en,2999-01-01T00:00:00Z,,', 'created_at has not come yet'],
  [`a@tempo.example,SE,en,,"${hash('a')}",2999-01-01T00:00:00Z`, 'password_changed_at has not come yet'],
  ['a@tempo.example,SE,en,,hunter2,', 'password_hash is no PHC string'],
  ['a@tempo.example,SE,en,,$6$saltsalt$x,', '"password_hash is of the scheme 6; only Argon2, bcrypt, PBKDF2, scrypt can be checked"'],
  ['a@tempo.example,SE,en,,$2b$14$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy,', 'password_hash costs more to check than bcrypt with the cost 12'],
  [`a@tempo.example,SE,en,,"${hash('a').replace('m=19456', 'm=655360')}",`, '"password_hash costs more to check than Argon2 with m=65536,t=4,p=8"'],
  [`a@tempo.example,SE,en,,"${hash('a').replace('m=19456', 'm=1')}",`, 'password_hash is no Argon2 hash of a form that can be checked'],
  ['a@tempo.example,SE,en', '3 fields where the first line has 6'],
  ['"a@tempo.example,SE,en,,,', '"a quote stands where it may not, or has no end on its line"'],
  [`a@tempo.example,SE,en,,${'x'.repeat(9_000)},`, 'longer than 8192 characters'],
  ['SOMEONE@tempo.EXAMPLE,DE,de,,,', 'same mailbox as line 2'],
];

test('a bad row is refused with its line and its reason, and the good ones around it go in', async () => {
  const lines = [...LINES, ...BAD.map(([line]) => line), 'last@tempo.example,SE,en,,,'];
  const damaged = Buffer.concat([Buffer.from(`${lines.join('\n')}\n`), Buffer.from([0x61, 0xff, 0x40, 0x62]), Buffer.from('\nafter@tempo.example,SE,en,,,')]);
  const { view, refused } = await take(damaged);
  expect(view).toMatchObject({ rows: BAD.length + 6, created: 5, rejected: BAD.length + 1 });
  expect(refused).toEqual([...BAD.map(([, reason], index) => `${index + 5},${reason}`), `${BAD.length + 6},no text in UTF-8`]);
  expect((await accounts()).map(({ market }) => market)).not.toContain('Sweden');
});

test('NDJSON is refused row by row too, and shows nothing of what stands in place of a name', async () => {
  const bad = [
    '{"email":"a@tempo.example"',
    '[]',
    '{"email":1}',
    '{"email":"a@tempo.example","plan":"x"}',
    '{"a@tempo.example":"x"}',
    '{"email":"x","Email":"y"}',
  ];
  const { refused, view } = await take([json, ...bad].join('\n'));
  expect(view).toMatchObject({ created: 3, rejected: 6 });
  expect(refused.join('\n')).toMatch(
    /^4,no JSON on one line\n5,no object\n6,email is no text\n7,"nothing is known of ""plan""; .*\n8,"nothing is known of one of its names; .*\n9,"""email"" is there twice"$/,
  );
});

test.each<[string, string | Buffer, RegExp]>([
  ['an unknown column', 'email,plan\na@b.example,x', /column "plan"\. There may be email, market/],
  ['no head, whose address is not shown', 'a@b.example,SE\n', /column 1\. There may be/],
  ['a column twice', 'email,Email\n', /"email" is there twice/],
  ['no email', 'market,locale\n', /no column "email"/],
  ['nothing', '', /nothing in it/],
  ['blanks', '\n \n', /nothing in it/],
  ['text in UTF-16', Buffer.from('\ufeffemail', 'utf16le'), /no text in UTF-8/],
  ['gzip that is cut off', gzipSync(csv).subarray(0, 60), /packed, and cut off or damaged/],
  ['a line without an end', `email\n${'x'.repeat(2 * 1024 * 1024)}`, /a line does not end/],
])('%s is refused whole', async (_, content, words) => {
  const { error } = await take(content);
  expect(error).toMatchObject({ kind: 'invalid', message: expect.stringMatching(words) });
  expect(await accounts()).toEqual([]);
});

test('strictly, one bad row and nothing is changed; it is named all the same', async () => {
  const { error, refused } = await take(`${csv}\nnope,SE,en,,,`, { strict: true });
  expect(error).toMatchObject({ kind: 'invalid', message: '1 of 4 rows can’t be taken, so nothing was changed.' });
  expect(refused).toEqual(['5,email is no address']);
  expect([await accounts(), await held()]).toEqual([[], 0]);
  expect(await take(csv, { strict: true })).toMatchObject({ view: { created: 3 } });
});

test('defaults are for new accounts that say nothing, and move nobody', async () => {
  await createAccount(database().db, { email: 'old@tempo.example', market: 'SE', locale: 'de' });
  const { view } = await take('email\nold@tempo.example\nnew@tempo.example', { defaults: { market: 'NO', locale: 'en' } });
  expect(view).toMatchObject({ created: 1, changed: 0, unchanged: 1 });
  expect(await accounts()).toMatchObject([
    { email: 'new@tempo.example', market: 'NO', locale: 'en' },
    { email: 'old@tempo.example', market: 'SE', locale: 'de' },
  ]);
  expect(await take('email,market\nold@tempo.example,FI', { defaults: { locale: 'en' } })).toMatchObject({ view: { changed: 1, unchanged: 0 } });
  expect((await accounts())[1]).toMatchObject({ market: 'FI', locale: 'de' });
});
