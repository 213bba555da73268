import { expect, test } from 'vitest';
import { isPrivatePath, LOCALES, paths } from '#paths';
import { BUTTON_FORM_BYTES, TYPED_FORM_BYTES } from './form.ts';
import { FORMS } from './forms.ts';
import { BODY_LIMITS } from './limits.ts';

test('every form’s own path takes its body, in every locale, and so much as the largest form of that path', () => {
  for (const { path, maxBytes } of FORMS) for (const locale of LOCALES) expect(BODY_LIMITS.get(path(locale)), path(locale)).toBeGreaterThanOrEqual(maxBytes);
  expect(BODY_LIMITS.get(paths.signIn('ar'))).toBe(TYPED_FORM_BYTES);
  expect(BODY_LIMITS.get(paths.passwordProof('de'))).toBe(TYPED_FORM_BYTES);
  expect(BODY_LIMITS.get(paths.sessions('en'))).toBe(BUTTON_FORM_BYTES);
});

test('no other path takes any, and none is public', () => {
  expect(new Set(BODY_LIMITS.keys())).toEqual(new Set(FORMS.flatMap(({ path }) => LOCALES.map((locale) => path(locale)))));
  expect([...BODY_LIMITS.keys()].filter((path) => !isPrivatePath(path))).toEqual([]);
});
