import { expect, test } from 'vitest';
import { NotFound, Unavailable } from '#domain/core/errors.ts';
import { isDatabaseAway, served } from './unavailable.ts';

const error = (message: string, more: object = {}) => Object.assign(new Error(message), more);

test.each([
  ['a name that can’t be resolved for now', error('getaddrinfo EAI_AGAIN db', { code: 'EAI_AGAIN', syscall: 'getaddrinfo' })],
  ['a name that nobody knows', error('getaddrinfo ENOTFOUND db', { code: 'ENOTFOUND', syscall: 'getaddrinfo' })],
  ['no route', error('connect EHOSTUNREACH', { code: 'EHOSTUNREACH', syscall: 'connect' })],
  ['a socket’s failure that no list has', error('connect EADDRNOTAVAIL', { code: 'EADDRNOTAVAIL', syscall: 'connect' })],
  ['a connection that was cut', error('read ECONNRESET', { code: 'ECONNRESET', syscall: 'read' })],
  ['several addresses, all refused', error('', { errors: [error('connect ECONNREFUSED', { code: 'ECONNREFUSED', syscall: 'connect' })] })],
  ['PostgreSQL starting', error('the database system is starting up', { code: '57P03' })],
  ['PostgreSQL full', error('sorry, too many clients already', { code: '53300' })],
  ['PostgreSQL’s disk failing', error('could not read block', { code: '58030' })],
  ['PostgreSQL refusing our name', error('no pg_hba.conf entry', { code: '28000' })],
  ['a database that is not there', error('database "candor" does not exist', { code: '3D000' })],
  ['a standby, which takes no writes', error('cannot execute UPDATE in a read-only transaction', { code: '25006' })],
  ['another server behind the pooler', error('prepared statement "a" does not exist', { code: '26000' })],
  ['a pool with no connection in time', error('timeout exceeded when trying to connect')],
  ['a transaction with no connection in time', error('Unable to start a transaction in the given time.', { code: 'P2028' })],
  ['a connection that broke under a transaction', error('Client has encountered a connection error and is not queryable')],
  ['a connection that did not come about in time', error('timeout expired')],
  ['a server without TLS', error('The server does not support SSL connections')],
  ['the driver’s word for it', error('x', { name: 'DriverAdapterError', cause: { kind: 'DatabaseNotReachable' } })],
  ['one inside another', error('Invalid invocation', { code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: '08006' } } } })],
])('%s is no fault of ours', async (_, cause) => {
  expect(isDatabaseAway(cause)).toBe(true);
  await expect(served(() => Promise.reject(cause))).rejects.toBeInstanceOf(Unavailable);
});

test.each([
  ['a wrong statement', error('syntax error', { code: '42601' })],
  ['a broken constraint', error('duplicate key', { code: '23505' })],
  ['a unique constraint by Prisma’s code', error('x', { code: 'P2002' })],
  ['a folder read as a file', error('EISDIR: illegal operation', { code: 'EISDIR', syscall: 'read' })],
  ['a missing file', error('ENOENT', { code: 'ENOENT', syscall: 'open' })],
  ['a bug', new TypeError('x is not a function')],
  ['nothing', undefined],
])('%s is', async (_, cause) => {
  expect(isDatabaseAway(cause)).toBe(false);
  await expect(served(() => Promise.reject(cause))).rejects.toBe(cause);
});

test('a refusal stays what it is, whatever caused it', async () => {
  const refusal = Object.assign(new NotFound(), { code: '57P03' });
  await expect(served(() => Promise.reject(refusal))).rejects.toBe(refusal);
});
