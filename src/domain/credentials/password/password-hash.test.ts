import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './password-hash.ts';

test('a hash is Argon2id at the cost that we chose, and holds for its password only', async () => {
  const phc = await hashPassword('violet kettle runs north');
  expect(phc).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(phc, 'violet kettle runs north')).toBe(true);
  expect(await verifyPassword(phc, 'violet kettle runs south')).toBe(false);
});

test('decomposed letters are the same password', async () => {
  expect(await verifyPassword(await hashPassword('cafés près de là'.normalize('NFC')), 'cafés près de là'.normalize('NFD'))).toBe(true);
});

test('no hash fits no password', async () => {
  expect(await verifyPassword(null, '')).toBe(false);
  expect(await verifyPassword(null, 'violet kettle runs north')).toBe(false);
});
