import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { clientSource } from './client-source.ts';

const source = (remoteAddress: string, forwarded?: string, trusted: string[] = []) =>
  clientSource({ socket: { remoteAddress }, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } } as unknown as IncomingMessage, trusted);

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
