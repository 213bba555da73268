import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyAddress, emailAddress } from './email-address.ts';

/** Signs at which the grammars of the two differ most easily. */
const sign = fc.constantFrom(...'aZ09.-_+@%/"ſKß\u0301', 'xn--', '--', '0x', ' ');
const part = fc.array(sign, { minLength: 1, maxLength: 8 }).map((signs) => signs.join(''));
const run = fc.integer({ min: 60, max: 66 }).map((length) => 'a'.repeat(length));
const typed = fc.oneof(
  fc.emailAddress(),
  fc.tuple(fc.oneof(part, run), fc.array(fc.oneof(part, run), { minLength: 1, maxLength: 5 })).map(([local, labels]) => `${local}@${labels.join('.')}`),
  fc.string({ unit: 'binary' }),
);

test('a plain address is judged as by the grammar of all addresses', () => {
  fc.assert(
    fc.property(typed, (text) => {
      expect(emailAddress(text)).toEqual(anyAddress(text));
    }),
    {
      numRuns: 5_000,
      examples: [
        'Some.One+x@Mail7.Tempo.example',
        'a@tempo.0x5',
        'a@tempo.x5',
        'a@xn--a.example',
        'a@xn--0.example',
        'a@xn--bcher-kva.example',
        'a@ab--c.example',
        'a@tempo.5',
      ].map((text) => [text]),
    },
  );
});
