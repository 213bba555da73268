import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paths } from '#paths';
import { onwardPath } from './onward-path.ts';

test.each([
  '//evil.example',
  'https://evil.example',
  '/\\evil.example',
  '/account/../../evil',
  '/account%2f..',
  '/account?to=/x',
  '/account#x',
  '/account/email\r\nLocation: x',
  '/de/account',
  '/sign-out',
  '',
])('%j leads nowhere else', (named) => {
  expect(onwardPath(named, 'en')).toBe(paths.account('en'));
});

test('whatever is named, somebody goes on to a page of the account in their language', () => {
  const pieces = fc.constantFrom('/', '\\', '.', '..', 'account', 'de', 'email', '@', ':', '?', '%2f', '\n', 'evil.example', 'sign-out');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces, { maxLength: 8 }).map((some) => some.join('')),
      ),
      (named) => {
        expect(onwardPath(named, 'de')).toMatch(/^\/de\/account(\/[a-z-]+)*$/);
      },
    ),
  );
  expect(onwardPath(paths.passwordNew('de'), 'de')).toBe(paths.passwordNew('de'));
});
