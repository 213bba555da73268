import { expect, test } from 'vitest';
import { ownAddress } from './own-address.ts';

/** As Node gives a field: a character for each byte. */
const sent = (text: string) => Buffer.from(text).toString('latin1');

test.each([
  [
    'https://security.example.org',
    ['security.example.org', 'SECURITY.Example.ORG', 'security.example.org:443', 'security.example.org.', 'security.example.org.:443', 'security.example.org:'],
  ],
  ['https://security.example.org:8443', ['security.example.org:8443', 'security.example.org.:08443']],
  ['http://localhost:3000', ['localhost:3000', 'LOCALHOST:3000']],
  ['http://localhost', ['localhost', 'localhost:80', 'localhost.']],
  ['http://[::1]:3000', ['[::1]:3000', '[0:0:0:0:0:0:0:1]:3000', '[::0001]:3000']],
  ['http://[2001:db8::a]', ['[2001:DB8::A]', '[2001:0db8:0::000a]:80']],
  ['https://bücher.example', ['xn--bcher-kva.example', 'XN--BCHER-KVA.example:443', sent('bücher.example'), sent('BÜCHER.example')]],
])('%s has many spellings', (url, hosts) => {
  const own = ownAddress(new URL(url));
  for (const host of hosts) {
    expect(own.isHost(host), host).toBe(true);
    expect(own.isOrigin(`${new URL(url).protocol}//${host}`), host).toBe(true);
    expect(own.isOrigin(`${new URL(url).protocol.toUpperCase()}//${host}`), host).toBe(true);
  }
});

test.each([
  '',
  'example.org',
  'security.example.org:80',
  'security.example.org:444',
  'security.example.org..',
  '.security.example.org',
  'x@security.example.org',
  'x:y@security.example.org',
  'security.example.org/',
  'security.example.org?',
  'security.example.org#',
  'security.example.org\\',
  'security.example.org:443:443',
  'security.example.org:99999',
  'security.example.org, security.example.org',
  'security.example.org security.example.org',
  'security.example\t.org',
  'security.example\n.org',
  '[security.example.org]',
  'null',
  'security.example.org'.padStart(400, 'a.'),
])('“%s” is another', (host) => {
  const own = ownAddress(new URL('https://security.example.org'));
  expect(own.isHost(host)).toBe(false);
  expect(own.isOrigin(`https://${host}`)).toBe(false);
});

test('an origin has our scheme and nothing behind the host', () => {
  const own = ownAddress(new URL('https://security.example.org'));
  for (const origin of [
    'null',
    '',
    'http://security.example.org',
    'security.example.org',
    '//security.example.org',
    'https:security.example.org',
    'https://security.example.org/',
  ])
    expect(own.isOrigin(origin), origin).toBe(false);
});

test('127.0.0.1 is the same place as localhost, and of no other name', () => {
  expect(ownAddress(new URL('http://localhost:3000')).isLoopback('127.0.0.1:3000')).toBe(true);
  expect(ownAddress(new URL('http://localhost')).isLoopback('127.0.0.1:80')).toBe(true);
  expect(ownAddress(new URL('http://localhost:3000')).isLoopback('127.0.0.1')).toBe(false);
  expect(ownAddress(new URL('https://security.example.org')).isLoopback('127.0.0.1')).toBe(false);
});
