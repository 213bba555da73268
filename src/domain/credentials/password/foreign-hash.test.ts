import { argon2Sync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_COST, MAX_MEMORY_KIB } from './budget.ts';
import { refusalOfHash } from './importable-hash.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { readHash } from './read-hash.ts';
import { renewedHash } from './renewed-hash.ts';

const PASSWORD = 'violet kettle runs north';
const bare = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
const SALT = Buffer.from(Array.from({ length: 16 }, (_, index) => 200 + index));
const salt = bare(SALT);

/** By OpenSSL: another implementation than the one that verifies. */
function argon2(kind: 'argon2i' | 'argon2d' | 'argon2id', memory: number, passes: number, parallelism: number): string {
  const hash = argon2Sync(kind, { message: PASSWORD, nonce: SALT, parallelism, tagLength: 32, memory, passes });
  return `$${kind}$v=19$m=${memory},t=${passes},p=${parallelism}$${salt}$${bare(hash)}`;
}

/** By Python's hashlib and by the C library's crypt(3). */
const SHA512 = 'kvJFixDDbNGl6XOquTL1ORqmXCrwi/+34U5ei7Qfp+BwF7bsmXW7mbwXiQ7ZHYQeZWD91x5XGAV/l8f2iUIGhQ';
const BCRYPT = '$2b$05$abcdefghijklmnopqrstuuNWqteaDlVIbUjlBM0QamRnfePFtxcl6';
const ELSEWHERE: [string, string][] = [
  ['Argon2i', argon2('argon2i', 4096, 3, 1)],
  ['Argon2d', argon2('argon2d', 1024, 2, 4)],
  ['Argon2id, as most libraries make it', argon2('argon2id', 65_536, 3, 4)],
  ['bcrypt', BCRYPT],
  ['bcrypt of PHP', BCRYPT.replace('$2b', '$2y')],
  ['bcrypt of old', BCRYPT.replace('$2b', '$2a')],
  ['scrypt', `$scrypt$ln=10,r=8,p=2$${salt}$oZop9GkhRlClHip4Ar/dNBkQ3wR/6w/arSS17uN+Mwo`],
  ['PBKDF2 with SHA-1', `$pbkdf2-sha1$i=1000,l=20$${salt}$Kc0wVAF6Jv088PMCFLt2/mTp7iA`],
  ['PBKDF2 with SHA-256', `$pbkdf2-sha256$i=1000,l=32$${salt}$SW72zsmyI5QCj4sV6gBhMAKfdtI9St7EOGxxzpyV3G0`],
  ['PBKDF2 without its length', `$pbkdf2-sha256$i=1000$${salt}$SW72zsmyI5QCj4sV6gBhMAKfdtI9St7EOGxxzpyV3G0`],
  ['PBKDF2 with SHA-512', `$pbkdf2-sha512$i=1000,l=64$${salt}$${SHA512}`],
  ['PBKDF2 of passlib with SHA-1', `$pbkdf2$1000$${salt}$Kc0wVAF6Jv088PMCFLt2/mTp7iA`],
  ['PBKDF2 of passlib, with dots', `$pbkdf2-sha512$1000$${salt}$${SHA512.replaceAll('+', '.')}`],
];

describe.each(ELSEWHERE)('%s', (_, phc) => {
  test('holds for its password only, is imported, and is made anew as ours', async () => {
    expect(refusalOfHash(phc)).toBeNull();
    expect(await verifyPassword(phc, PASSWORD)).toBe(true);
    expect(await verifyPassword(phc, `${PASSWORD}!`)).toBe(false);
    const renewed = await renewedHash(phc, PASSWORD);
    expect(renewed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(renewed, PASSWORD)).toBe(true);
  });
});

test.each([
  ['of passlib’s handbook', '$pbkdf2-sha256$29000$N2YMIWQsBWBMae09x1jrPQ$1t8iyB2A.WF/Z5JZv.lfCIhXXN33N23OSgQYThBYRfk', 'toomanysecrets'],
  ['of PHP’s handbook', '$2y$07$BCryptRequires22Chrcte/VlQH0piJtjXl.0t1XkA8pw9dMXTpOq', 'rasmuslerdorf'],
])('an example %s', async (_, phc, password) => {
  expect(await verifyPassword(phc, password)).toBe(true);
});

const HASH = 'SW72zsmyI5QCj4sV6gBhMAKfdtI9St7EOGxxzpyV3G0';
test.each([
  [argon2('argon2id', 8, 1, 1).replace('m=8,', 'm=1048576,'), 'password_hash costs more to check than Argon2 with m=65536,t=4,p=8'],
  [argon2('argon2id', 8, 1, 1).replace('t=1', 't=999999999'), 'password_hash costs more to check than Argon2 with m=65536,t=4,p=8'],
  // The memory is little, and the passes and lanes are many.
  [argon2('argon2id', 64, 1, 1).replace('t=1', 't=2000'), 'password_hash costs more to check than Argon2 with m=65536,t=4,p=8'],
  [argon2('argon2id', 512, 1, 1).replace('p=1', 'p=64'), 'password_hash costs more to check than Argon2 with m=65536,t=4,p=8'],
  [argon2('argon2id', 8, 1, 1).replace('p=1', 'p=2'), 'password_hash is no Argon2 hash of a form that can be checked'],
  [argon2('argon2id', 8, 1, 1).replace('$m=', '$keyid=x,m='), 'password_hash is no Argon2 hash of a form that can be checked'],
  [argon2('argon2id', 8, 1, 1).slice(0, -1).concat('-'), 'password_hash is no Argon2 hash of a form that can be checked'],
  [BCRYPT.replace('$05$', '$13$'), 'password_hash costs more to check than bcrypt with the cost 12'],
  [BCRYPT.replace('$05$', '$31$'), 'password_hash costs more to check than bcrypt with the cost 12'],
  [BCRYPT.replace('$05$', '$03$'), 'password_hash is no bcrypt hash of a form that can be checked'],
  // No encoder writes this, and no comparison finds it again.
  [BCRYPT.slice(0, -1).concat('7'), 'password_hash is no bcrypt hash of a form that can be checked'],
  [BCRYPT.slice(0, -1), 'password_hash is no bcrypt hash of a form that can be checked'],
  [BCRYPT.replace('$2b', '$2x'), 'password_hash is of the scheme 2x; only Argon2, bcrypt, PBKDF2, scrypt can be checked'],
  [`$scrypt$ln=20,r=8,p=1$${salt}$${HASH}`, 'password_hash costs more to check than scrypt with ln=16,r=8,p=1'],
  [`$scrypt$ln=99,r=8,p=1$${salt}$${HASH}`, 'password_hash costs more to check than scrypt with ln=16,r=8,p=1'],
  // Memory hides in the block size, time in the lanes.
  [`$scrypt$ln=14,r=64,p=1$${salt}$${HASH}`, 'password_hash costs more to check than scrypt with ln=16,r=8,p=1'],
  [`$scrypt$ln=12,r=8,p=999$${salt}$${HASH}`, 'password_hash costs more to check than scrypt with ln=16,r=8,p=1'],
  [`$scrypt$ln=1,r=8,p=1$${salt}$${HASH}`, 'password_hash is no scrypt hash of a form that can be checked'],
  [`$scrypt$ln=10,r=0,p=1$${salt}$${HASH}`, 'password_hash is no scrypt hash of a form that can be checked'],
  [`$pbkdf2-sha256$i=100000000$${salt}$${HASH}`, 'password_hash costs more to check than PBKDF2 with 900,000 iterations'],
  // Each block of the hash takes all iterations anew.
  [`$pbkdf2-sha1$i=900000$${salt}$${SHA512}`, 'password_hash costs more to check than PBKDF2 with 900,000 iterations'],
  [`$pbkdf2-sha256$i=1000,l=20$${salt}$${HASH}`, 'password_hash is no PBKDF2 hash of a form that can be checked'],
  [`$pbkdf2-sha256$i=0$${salt}$${HASH}`, 'password_hash is no PBKDF2 hash of a form that can be checked'],
  [`$pbkdf2-md5$i=1000$${salt}$${HASH}`, 'password_hash is no PBKDF2 hash of a form that can be checked'],
  // A hash so short that many passwords have it, and a salt that everybody has.
  [`$pbkdf2-sha256$i=1000$${salt}$AAAA`, 'password_hash is no PBKDF2 hash of a form that can be checked'],
  [`$pbkdf2-sha256$i=1000$$${HASH}`, 'password_hash is no PBKDF2 hash of a form that can be checked'],
  ['$6$saltsalt$abc', 'password_hash is of the scheme 6; only Argon2, bcrypt, PBKDF2, scrypt can be checked'],
  ['5f4dcc3b5aa765d61d8327deb882cf99', 'password_hash is no PHC string'],
  ['', 'password_hash is no PHC string'],
])('%s is refused: %s', async (phc, reason) => {
  expect(refusalOfHash(phc)).toBe(reason);
  // Nor is it tried where it stands in the database all the same.
  expect(await verifyPassword(phc, PASSWORD)).toBe(false);
  expect(await renewedHash(phc, PASSWORD)).toBeNull();
});

test.each(['$2a$12$', '$2b$10$', '$2y$12$'])('bcrypt as it is made elsewhere, %s, is taken', (head) => {
  expect(refusalOfHash(`${head}${BCRYPT.slice(7)}`)).toBeNull();
});

test.each(['ln=14,r=8,p=1', 'ln=14,r=8,p=5', 'ln=15,r=8,p=3', 'ln=16,r=8,p=1'])('scrypt as it is made elsewhere, %s, is taken', (costs) => {
  expect(refusalOfHash(`$scrypt$${costs}$${salt}$${HASH}`)).toBeNull();
});

test('PBKDF2 at the iterations that OWASP asks for is taken', () => {
  expect(refusalOfHash(`$pbkdf2-sha1$1300000$${salt}$Kc0wVAF6Jv088PMCFLt2/mTp7iA`)).toBeNull();
  expect(refusalOfHash(`$pbkdf2-sha256$600000$${salt}$${HASH}`)).toBeNull();
  expect(refusalOfHash(`$pbkdf2-sha512$210000$${salt}$${SHA512}`)).toBeNull();
});

test('a hash of ours stays, and one of other costs does not', async () => {
  expect(await renewedHash(await hashPassword(PASSWORD), PASSWORD)).toBeNull();
  expect(await renewedHash(argon2('argon2id', 19_456, 1, 1), PASSWORD)).not.toBeNull();
  expect(await renewedHash(argon2('argon2i', 19_456, 2, 1), PASSWORD)).not.toBeNull();
});

test('what bcrypt does not look at is neither asked for nor taken over: it may be mistyped', async () => {
  // 72 times "y", by crypt(3).
  const long = '$2b$05$abcdefghijklmnopqrstuu7a0rSGTeOoXVYK5DhvpMYGhUA70z8VG';
  expect(await verifyPassword(long, 'y'.repeat(72))).toBe(true);
  expect(await verifyPassword(long, 'y'.repeat(71))).toBe(false);
  expect(await verifyPassword(long, `${'y'.repeat(72)}, mistyped`)).toBe(true);
  expect(await renewedHash(long, `${'y'.repeat(72)}, mistyped`)).toBeNull();
  expect(await renewedHash(long, 'y'.repeat(72))).not.toBeNull();
});

test('a zero byte ends no password, and begins none anew', async () => {
  for (const typed of [`${PASSWORD}\0`, `${PASSWORD}\0${PASSWORD}`, `${PASSWORD}\0x`]) expect(await verifyPassword(BCRYPT, typed)).toBe(false);
});

test('whatever stands in place of a hash is judged without a fault, and what is taken is within our budget and can be checked', async () => {
  const number = fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: 2_000_000_000 }), fc.constantFrom('', '-1', '1e9', '0x10', '９'));
  const b64 = fc.string({ unit: fc.constantFrom(...'AQgw+/.abc019'), maxLength: 90 });
  const phc = fc.oneof(
    fc.string(),
    fc
      .tuple(fc.constantFrom('argon2id', 'argon2i', 'argon2d', 'argon2'), number, number, number, b64, b64)
      .map(([s, m, t, p, a, b]) => `$${s}$v=19$m=${m},t=${t},p=${p}$${a}$${b}`),
    fc.tuple(number, number, number, b64, b64).map(([ln, r, p, a, b]) => `$scrypt$ln=${ln},r=${r},p=${p}$${a}$${b}`),
    fc
      .tuple(fc.constantFrom('', '-sha1', '-sha256', '-sha512'), number, fc.constantFrom('', 'i='), b64, b64)
      .map(([d, i, form, a, b]) => `$pbkdf2${d}$${form}${i}$${a}$${b}`),
    fc
      .tuple(fc.constantFrom('2a', '2b', '2y'), fc.nat({ max: 40 }), b64)
      .map(([v, cost, rest]) => `$${v}$${String(cost).padStart(2, '0')}$${rest.padEnd(53, '.').slice(0, 53)}`),
  );
  await fc.assert(
    fc.asyncProperty(phc, fc.string(), async (written, password) => {
      const reason = refusalOfHash(written);
      if (reason !== null) {
        expect(reason).toMatch(/^password_hash [^$]+$/);
        return;
      }
      const read = readHash(written);
      if (typeof read === 'string') throw new Error('what is imported can’t be read');
      expect(read.cost).toBeLessThanOrEqual(MAX_COST);
      expect(read.memoryKiB).toBeLessThanOrEqual(MAX_MEMORY_KIB);
      // Most of what is taken is dear; a few are enough.
      if (read.cost < 1) expect(await verifyPassword(written, password)).toBe(false);
    }),
    { numRuns: 3000 },
  );
});
