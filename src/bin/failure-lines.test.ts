import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OperatorError } from '#config/operator-error.ts';
import { Conflict, Invalid, Unavailable } from '#domain/core/errors.ts';
import { failureLines } from './failure-lines.ts';

const error = (message: string, more: object = {}) => Object.assign(new Error(message), more);
const linesOf = (thrown: unknown) => failureLines(thrown, '1a2b3c');

test('whatever a library throws, none of its words reach the person', () => {
  const words = 'Invalid `prisma.factsRevision.create()` invocation';
  const code = fc.option(fc.constantFrom('P2002', 'ERR_INVALID_ARG_TYPE', '23505', 'EPROTO', 'commander.x'), { nil: undefined });
  const thrown = fc.oneof(
    fc.record({ code, kind: fc.constantFrom('error', 'type', 'text', 'inside') }).map(({ code, kind }): unknown => {
      if (kind === 'text') return words;
      if (kind === 'type') return Object.assign(new TypeError(words), { code });
      return error(words, { code, ...(kind === 'inside' && { cause: error(words) }) });
    }),
    fc.constant(null),
    fc.constant(undefined),
    fc.constant({ message: words }),
  );
  fc.assert(
    fc.property(thrown, (each) => {
      const [line = '', ...more] = linesOf(each);
      expect(more).toEqual([]);
      expect(line).not.toMatch(/prisma|invocation|undefined|null|object/i);
      expect(line).toContain('(reference 1a2b3c)');
    }),
  );
});

test.each([
  ['a refusal', new Conflict('account_exists', 'There is an account with this address already.'), ['There is an account with this address already.']],
  ['a sentence for the operator', new OperatorError('The configuration is not complete.'), ['The configuration is not complete.']],
  ['fields', new Invalid({ email: 'email_invalid', form: 'rule_or_list' }, 'No.'), ['No.', '  email  is no address', expect.stringMatching(/^ {2}say who/)]],
  ['a field with a library’s word', new Invalid({ size: 'invalid_type' }, 'No.'), ['No.', '  size  can’t be taken as it is']],
  ['a database that is away', new Unavailable(), ['The database can’t be reached, or does not answer. See DATABASE_URL.']],
  ['one that no verb asked', error('connect ECONNREFUSED', { code: 'ECONNREFUSED', syscall: 'connect' }), [expect.stringContaining('DATABASE_URL')]],
  ['a table that is not there', error('Raw query failed', { code: 'P2010', meta: { code: '42P01' } }), [expect.stringContaining('candor migrate')]],
  [
    'a type that is not there',
    error('x', { code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: '42704' } } } }),
    [expect.stringContaining('candor migrate')],
  ],
  ['a right that is missing', error('permission denied for table Account', { code: '42501' }), [expect.stringContaining('whom its tables belong to')]],
  ['a file that is not there', error('ENOENT: no such file', { code: 'ENOENT', syscall: 'open', path: '/a/b.csv' }), ['"/a/b.csv": there is no such file.']],
  ['a folder', error('EISDIR', { code: 'EISDIR', syscall: 'read', path: '/a' }), ['"/a": it is a folder.']],
])('%s is said in our own words', (_, thrown, lines) => {
  expect(linesOf(thrown)).toEqual(lines);
});
