import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdown } from './markdown.ts';

const addressesIn = (html: string) => [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, address]) => address as string);

test('addresses of people and of our own pass', () => {
  const of = ['https://a.example/', 'mailto:a@b.example', 'tel:+46846500421', '/advisories', '#here'];
  expect(addressesIn(markdown(of.map((address) => `[a](${address})`).join(' ')))).toEqual(of);
});

test('no other address does, however it is written', () => {
  const written = [
    'javascript:a',
    'JaVaScRiPt:a',
    '&#106;avascript:a',
    'java&#10;script:a',
    '&#1;javascript:a',
    'data:text/html,a',
    'vbscript:a',
    'x:https://a',
    'a"b',
  ];
  const piece = fc.oneof(
    fc.constantFrom('[', ']', '(', ')', '![', '](', '<', '>', '"', "'", '\\', '`', '\n', '&quot;', ' href="', ...written),
    fc.string({ maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.constantFrom(...written), (around, address) => {
      for (const source of [`${around.join('')}[a](${address})`, `![a](<${address}> "t")${around.join('')}`, `[a]: ${address}\n\n[a]${around.join('')}`]) {
        expect(addressesIn(markdown(source)).filter((found) => !/^(?:https?:|mailto:|tel:|\/|#)/i.test(found))).toEqual([]);
      }
    }),
  );
});
