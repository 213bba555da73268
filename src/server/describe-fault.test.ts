import { expect, test } from 'vitest';
import { describeFault } from './describe-fault.ts';

class PrismaClientValidationError extends Error {
  override name = 'PrismaClientValidationError';
  code = 'P2002';
}

test('a fault is named with its place', () => {
  const { name, message, at } = describeFault(new TypeError('x is not a function'));
  expect([name, message]).toEqual(['TypeError', 'x is not a function']);
  expect(at[0]).toContain('describe-fault.test.ts');
});

test('what a query was given never reaches the log', () => {
  const fault = describeFault(new PrismaClientValidationError('Invalid `update` invocation:\n{ passwordHash: "$argon2id$v=19$secret" }'));
  expect(fault).toMatchObject({ name: 'PrismaClientValidationError', codes: ['P2002'] });
  expect(JSON.stringify(fault)).not.toContain('secret');
});

test('anything may be thrown', () => {
  expect(describeFault('a password')).toEqual({ name: 'string', codes: [], at: [] });
  expect(describeFault(null)).toEqual({ name: 'object', codes: [], at: [] });
});

test('what caused it is named by its codes', () => {
  const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  const cause = { kind: 'DatabaseNotReachable', cause: new AggregateError([refused, refused]) };
  const fault = Object.assign(new Error('Invalid invocation'), { code: 'P2010', meta: { driverAdapterError: { cause } } });
  expect(describeFault(fault).codes).toEqual(['P2010', 'DatabaseNotReachable', 'ECONNREFUSED']);
  const circle: { code: string; cause?: unknown } = { code: 'a secret, with blanks' };
  circle.cause = circle;
  expect(describeFault(circle).codes).toEqual([]);
});
