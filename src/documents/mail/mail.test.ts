import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleSite } from '#tests/support/sample-incident.ts';
import { CodePurpose } from '#generated/prisma/enums.ts';
import { ADDITION_KINDS } from '#model/proofs.ts';
import { LOCALES } from '#paths';
import { codeMail } from './code.ts';
import { passwordChangedMail } from './password-changed.ts';

const AT = new Date('2026-11-24T09:30:00Z');
const CODE = '04206001';
const PURPOSES = Object.values(CodePurpose);
const issued = (purpose: CodePurpose) => ({ purpose, code: CODE, expiresAt: AT });
const CHANGED = { changedAt: AT, sessionsEnded: 1, kept: [] };
const KEPT = ADDITION_KINDS.map((kind) => ({ kind, addedAt: AT.toISOString() }));
const mails = LOCALES.flatMap((locale) => [
  ...PURPOSES.map((purpose) => ({ name: `code ${purpose} ${locale}`, locale, mail: codeMail(sampleSite, locale, issued(purpose)) })),
  { name: `password changed ${locale}`, locale, mail: passwordChangedMail(sampleSite, locale, { ...CHANGED, sessionsEnded: 3, kept: KEPT }) },
]);

const bare = (html: string) =>
  html
    .replace(/^[\s\S]*<body>|<\/body>[\s\S]*$/g, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
const squeeze = (text: string) => text.replace(/\s+/g, '');

test.each(mails)('$name: text and HTML say the same, without link, image or anything to load', ({ mail, locale }) => {
  expect(squeeze(bare(mail.html))).toBe(squeeze(mail.text));
  expect(mail.html).not.toMatch(/<a\b|<img|href=|src=|url\(|https?:|<style|<script/i);
  expect(mail.text).not.toMatch(/https?:|www\.|<|\{|\}|undefined/);
  expect(mail.html).toContain(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">`);
  // Each paragraph too: many readers drop the elements around them.
  expect(mail.html.match(/<p\b/g)).toHaveLength(mail.html.split(`<p lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">`).length - 1);
  expect(mail.subject).toMatch(/^Tempo: /);
  for (const said of ['tempo.example', 'security@tempo.example', '+46 8 465 004 21', sampleSite.menuPath[locale] ?? (sampleSite.menuPath.en as string)])
    expect(mail.text).toContain(said);
});

test.each(LOCALES)('the code is the only number of eight digits in its mail, on a line of its own, and each mail says what it is for (%s)', (locale) => {
  const mails = PURPOSES.map((purpose) => codeMail(sampleSite, locale, issued(purpose)));
  for (const { text, subject } of mails) {
    expect(`${subject}\n${text}`.match(/(?<!\d)\d{8}(?!\d)/g)).toEqual([CODE]);
    expect(text.split('\n')).toContain(CODE);
  }
  expect(new Set(mails.map(({ subject }) => subject)).size).toBe(PURPOSES.length);
});

test('in the text of an Arabic mail what reads from left to right stands on lines of its own', () => {
  const lines = passwordChangedMail(sampleSite, 'ar', CHANGED).text.split('\n');
  for (const alone of ['tempo.example', 'security@tempo.example', '+46 8 465 004 21']) expect(lines.map((line) => line.replace(/[.،:]$/, ''))).toContain(alone);
  expect(lines.every((line) => line === line.trim())).toBe(true);
});

test('numbers follow the rules of their language', () => {
  const said = (locale: 'en' | 'ar', sessions: number) =>
    passwordChangedMail(sampleSite, locale, { ...CHANGED, sessionsEnded: sessions }).text.split('\n\n')[1];
  expect([0, 1, 2].map((n) => said('en', n))).toEqual([
    'No other device was signed out.',
    '1 other device was signed out.',
    '2 other devices were signed out.',
  ]);
  expect(new Set([0, 1, 2, 3, 11, 100].map((n) => said('ar', n)?.replace(/[\d٠-٩]+/, 'n'))).size).toBe(6);
});

test('names are text, whatever they hold, and both parts hold them whole', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((brand) => !/\p{Cc}/u.test(brand));
  fc.assert(
    fc.property(fc.oneof(name, fc.constantFrom('A<b>&"{x}', "'{code}'", '&amp;', '<a href="x">')), fc.constantFrom(...LOCALES), (brand, locale) => {
      const { html, text, subject } = passwordChangedMail({ ...sampleSite, brand }, locale, { ...CHANGED, kept: KEPT });
      expect(squeeze(bare(html))).toBe(squeeze(text));
      expect(subject.startsWith(`${brand}: `)).toBe(true);
      expect(squeeze(text)).toContain(squeeze(brand));
      expect(html.replace(/<\/?(?:html|head|meta|title|body|p|bdi)(?: [a-z]+="[\w-]*")*\/?>|<!doctype html>/gi, '')).not.toContain('<');
    }),
  );
});

test('what was kept is named with when it was added, and where nothing was, nothing is said of it', () => {
  expect(passwordChangedMail(sampleSite, 'en', { ...CHANGED, kept: KEPT.slice(0, 2) }).text).toContain(
    'kept it: a passkey of 24 November 2026, 09:30 UTC and an authenticator app of 24 November 2026, 09:30 UTC.',
  );
  expect(passwordChangedMail(sampleSite, 'en', CHANGED).text).not.toContain('kept');
});
