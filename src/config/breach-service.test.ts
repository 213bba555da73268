import { expect, test } from 'vitest';
import { readConfig } from '#config';

const complete = {
  CANDOR_URL: 'https://security.example.org',
  DATABASE_URL: 'postgres://candor@127.0.0.1/candor',
  CANDOR_SECRET: 'a-secret-that-only-the-tests-know-0123',
};
const read = (BREACHED_PASSWORDS_URL: string) => readConfig({ ...complete, BREACHED_PASSWORDS_URL });
const refusal = (written: string) => {
  try {
    read(written);
  } catch (error) {
    return (error as Error).message;
  }
  return null;
};

test.each([
  ['', 'https://api.pwnedpasswords.com/'],
  ['https://breaches.example.org', 'https://breaches.example.org/'],
  [' HTTPS://Breaches.Example.org/mirror ', 'https://breaches.example.org/mirror/'],
  ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/'],
  ['http://localhost:8080', 'http://localhost:8080/'],
  ['off', undefined],
])('BREACHED_PASSWORDS_URL=%s asks at %s', (BREACHED_PASSWORDS_URL, address) => {
  expect(read(BREACHED_PASSWORDS_URL).breachService?.href).toBe(address);
});

test.each([
  'http://breaches.example.org',
  'breaches.example.org',
  `https://user:h0rse-Battery@breaches.example.org`,
  'https://x/?key=1',
  'https://x/#',
  'https://x:0',
  'https://',
  'no',
  'ftp://x',
])('BREACHED_PASSWORDS_URL=%s is refused', (BREACHED_PASSWORDS_URL) => {
  expect(refusal(BREACHED_PASSWORDS_URL)).toMatch(/^The configuration is not complete\.\nBREACHED_PASSWORDS_URL: is the address before \/range\/[^\n]*$/);
  expect(refusal(BREACHED_PASSWORDS_URL)).not.toContain('h0rse-Battery');
});
