import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { BUTTON_FORM_BYTES, TYPED_FORM_BYTES } from '#model/forms/form.ts';
import { FORMS } from '#model/forms/forms.ts';
import { isPrivatePath, LOCALES, paths } from '#paths';
import { PRIVATE_PAGES, privateRoute, TEAM_ROUTES } from './private-routes.ts';

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
  expect(privateRoute(paths.signOut('en'), false)?.maxBytes).toBe(BUTTON_FORM_BYTES);
});

test('what passes is what app/ has a route for, with the methods that it has', () => {
  const folder = 'app/(account)/[locale]';
  const routes = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => basename(file) === 'route.ts');
  expect(routes.length).toBeGreaterThan(5);
  for (const route of routes) {
    const methods = ['GET', 'POST'].filter((method) =>
      new RegExp(`export const ${method} = (?!methodNotAllowed)`).test(readFileSync(join(folder, route), 'utf8')),
    );
    const takes = privateRoute(`/${dirname(route)}`, false)
      ?.methods.split(', ')
      .filter((method) => method !== 'HEAD');
    expect(takes, route).toEqual(methods);
  }
  expect(PRIVATE_PAGES.toSorted()).toEqual(routes.map((route) => `/${dirname(route)}`).toSorted());
});

test('of the team’s, what app/ has a page for is read, and a route takes what it has', () => {
  const folder = 'app/(team)';
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => ['page.tsx', 'route.ts'].includes(basename(file)));
  expect(files.length).toBe(TEAM_ROUTES.length);
  for (const file of files) {
    const path = `/${dirname(file)}`.replaceAll('[id]', '12').replaceAll('[hash]', 'a'.repeat(64));
    const posts = readFileSync(join(folder, file), 'utf8').includes('export const POST');
    expect(privateRoute(path, false)?.methods, file).toBe(posts ? 'POST' : 'GET, HEAD');
    expect(isPrivatePath(path)).toBe(true);
  }
});

test('nothing else does', () => {
  for (const path of [
    '/account/none',
    '/account/',
    '/de/sign-in/none',
    '/api',
    '/api/auth/session',
    '/_next',
    '/_next/static/',
    '/_next/data/x.json',
    '/_next/image',
    '/studio/none',
    '/studio/drafts/x',
    '/studio/drafts/01',
    '/de/studio',
    '/apiary',
    '/en/account',
    '/',
  ])
    expect(privateRoute(path, false), path).toBeNull();
  expect(privateRoute('/_next/data/x.json', true)).not.toBeNull();
  expect(privateRoute('/_next/static/chunks/a.js', false)?.methods).toBe('GET, HEAD');
});
