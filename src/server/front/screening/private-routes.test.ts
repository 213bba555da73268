import { expect, test } from 'vitest';
import { BUTTON_FORM_BYTES, TYPED_FORM_BYTES } from '#model/forms/form.ts';
import { FORMS } from '#model/forms/forms.ts';
import { isPrivatePath, LOCALES, paths } from '#paths';
import { privateRoute } from './private-routes.ts';

test('every form’s own path takes its body, in every locale, and so much as the largest form of that path', () => {
  for (const { path, maxBytes } of FORMS) {
    for (const locale of LOCALES) {
      expect(privateRoute(path(locale), false)?.methods, path(locale)).toBe('GET, HEAD, POST');
      expect(privateRoute(path(locale), false)?.maxBytes, path(locale)).toBeGreaterThanOrEqual(maxBytes);
      expect(isPrivatePath(path(locale))).toBe(true);
    }
  }
  expect(privateRoute(paths.signIn('ar'), false)?.maxBytes).toBe(TYPED_FORM_BYTES);
  expect(privateRoute(paths.passwordProof('de'), false)?.maxBytes).toBe(TYPED_FORM_BYTES);
  expect(privateRoute(paths.sessions('en'), false)?.maxBytes).toBe(BUTTON_FORM_BYTES);
});

test('no other private path takes any, and below /api and the framework’s own there is nothing', () => {
  for (const path of [paths.account('en'), paths.password('ar'), '/account/none', '/de/sign-in/none'])
    expect(privateRoute(path, false)).toEqual({ methods: 'GET, HEAD', maxBytes: 0 });
  for (const path of ['/api', '/api/auth/session', '/_next', '/_next/static/x.js']) expect(privateRoute(path, false)).toBeNull();
  expect(privateRoute('/_next/static/x.js', true)).not.toBeNull();
  expect(privateRoute('/apiary', false)).not.toBeNull();
});
