import { expect, test } from 'vitest';
import { testConfig } from '#tests/support/context.ts';
import { clientSource } from './client-source.ts';

/** `trusted` as an operator writes it. */
const source = (remoteAddress: string, forwarded?: string, trusted: string[] = []) =>
  clientSource(remoteAddress, forwarded, testConfig({}, { TRUSTED_PROXIES: trusted.join(',') }).trustedProxies);

test('an IPv4 address counts by itself, an IPv6 address by its /64', () => {
  expect(source('192.0.2.7')).toBe('192.0.2.7');
  expect(source('::ffff:192.0.2.7')).toBe('192.0.2.7');
  expect(source('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
  expect(source('2001:0DB8::1')).toBe('2001:db8:0:0::/64');
  expect(source('::1')).toBe('0:0:0:0::/64');
});

test('a forwarded address counts only from a trusted proxy, the right-most that is none', () => {
  expect(source('192.0.2.7', '203.0.113.9')).toBe('192.0.2.7');
  expect(source('10.0.0.1', '198.51.100.1, 203.0.113.9, 10.0.0.2', ['10.0.0.1', '10.0.0.2'])).toBe('203.0.113.9');
  expect(source('10.0.0.1', '203.0.113.9:4711', ['10.0.0.1'])).toBe('203.0.113.9');
  expect(source('10.0.0.1', '[2001:db8:1:2::9]:4711', ['10.0.0.1'])).toBe('2001:db8:1:2::/64');
  expect(source('10.0.0.1', 'nonsense', ['10.0.0.1'])).toBe('unknown');
  expect(source('10.0.0.1', '', ['10.0.0.1'])).toBe('10.0.0.1');
});

test('a trusted network counts for all its addresses, of both families', () => {
  const trusted = ['10.0.0.0/8', '2001:db8:a::/48'];
  expect(source('10.1.2.3', '203.0.113.9, 10.200.0.1', trusted)).toBe('203.0.113.9');
  expect(source('::ffff:10.1.2.3', '203.0.113.9', trusted)).toBe('203.0.113.9');
  expect(source('2001:db8:a:1::2', '203.0.113.9', trusted)).toBe('203.0.113.9');
  expect(source('11.1.2.3', '203.0.113.9', trusted)).toBe('11.1.2.3');
});

test.each(['10.0.0.300', '10.0.0.0/33', 'proxy.example', '10.0.0.0/8/8', '::1/129', '10.0.0.0/', 'x/8'])(
  'the proxy %s is refused at the start, by name',
  (wrong) => {
    const read = () => testConfig({}, { TRUSTED_PROXIES: `10.0.0.1, ${wrong}` });
    expect(read).toThrow(`TRUSTED_PROXIES: “${wrong}” is neither an address nor a network`);
  },
);
