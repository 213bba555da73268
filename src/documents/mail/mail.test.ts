import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleSite } from '#tests/support/sample-incident.ts';
import { CodePurpose } from '#generated/prisma/enums.ts';
import { ADDITION_KINDS } from '#model/proofs.ts';
import { LOCALES } from '#paths';
import { translator } from '#ui/translator.ts';
import { type Notice, noticeSchema } from '#model/account/notices.ts';
import { codeMail } from './code.ts';
import { noticeMail } from './notice.ts';

const AT = new Date('2026-11-24T09:30:00Z');
const CODE = '04206001';
const at = AT.toISOString();
const where = { at, device: 'Firefox on Linux', network: '192.0.2.0/24' };
const NOTICES: { [Kind in Notice['kind']]: Extract<Notice, { kind: Kind }> } = {
  password_changed: { kind: 'password_changed', at, sessionsEnded: 3, kept: ADDITION_KINDS.map((kind) => ({ kind, addedAt: at })) },
  new_device: { kind: 'new_device', ...where },
  factor_added: { kind: 'factor_added', ...where, factor: 'passkey' },
  factor_removed: { kind: 'factor_removed', ...where, factor: 'totp' },
  address_changed: { kind: 'address_changed', ...where },
  address_left: { kind: 'address_left', ...where, changeId: '7' },
  address_restored: { kind: 'address_restored', ...where },
  address_lost: { kind: 'address_lost', ...where, changeId: '7' },
  address_tried: { kind: 'address_tried', at },
  approval_key_made: { kind: 'approval_key_made', ...where },
  account_disabled: { kind: 'account_disabled', at },
  session_reported: { kind: 'session_reported', ...where, about: '42' },
};
const CHANGED = { ...NOTICES.password_changed, sessionsEnded: 1, kept: [] };
const PURPOSES = Object.values(CodePurpose);
const issued = (purpose: CodePurpose) => ({ purpose, code: CODE, expiresAt: AT });
const mails = LOCALES.flatMap((locale) => [
  ...PURPOSES.map((purpose) => ({ name: `code ${purpose} ${locale}`, locale, mail: codeMail(sampleSite, locale, issued(purpose)) })),
  ...Object.values(NOTICES).map((notice) => ({ name: `${notice.kind} ${locale}`, locale, mail: noticeMail(sampleSite, locale, notice) })),
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

test('every kind of notice is shown here, and says when, and where from where that is known', () => {
  expect(Object.keys(NOTICES)).toHaveLength(noticeSchema.options.length);
  for (const notice of Object.values(NOTICES)) {
    const { text } = noticeMail(sampleSite, 'en', notice);
    expect(text, notice.kind).toContain('24 November 2026, 09:30 UTC');
    if ('device' in notice) expect(text, notice.kind).toContain('Device: Firefox on Linux. Network: 192.0.2.0/24.');
  }
  const german = noticeMail(sampleSite, 'de', { ...NOTICES.new_device, device: 'Unknown device', network: 'unknown' }).text;
  expect(german).toContain('Gerät: Unbekanntes Gerät. Netz: unbekannt.');
});

test('the address of before is told until when and how it is taken back, a responder whose account it is', () => {
  const { text } = noticeMail(sampleSite, 'en', NOTICES.address_left);
  expect(text).toContain('until 1 December 2026, 09:30 UTC');
  expect(text).toContain(translator('en')('signIn.takeBack'));
  expect(noticeMail(sampleSite, 'en', NOTICES.session_reported).text).toContain('account 42');
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
  const lines = noticeMail(sampleSite, 'ar', CHANGED).text.split('\n');
  for (const alone of ['tempo.example', 'security@tempo.example', '+46 8 465 004 21']) expect(lines.map((line) => line.replace(/[.،:]$/, ''))).toContain(alone);
  expect(lines.every((line) => line === line.trim())).toBe(true);
});

test('numbers follow the rules of their language', () => {
  const said = (locale: 'en' | 'ar', sessions: number) => noticeMail(sampleSite, locale, { ...CHANGED, sessionsEnded: sessions }).text.split('\n\n')[1];
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
      const { html, text, subject } = noticeMail({ ...sampleSite, brand }, locale, NOTICES.password_changed);
      expect(squeeze(bare(html))).toBe(squeeze(text));
      expect(subject.startsWith(`${brand}: `)).toBe(true);
      expect(squeeze(text)).toContain(squeeze(brand));
      expect(html.replace(/<\/?(?:html|head|meta|title|body|p|bdi)(?: [a-z]+="[\w-]*")*\/?>|<!doctype html>/gi, '')).not.toContain('<');
    }),
  );
});

test('what was kept is named with when it was added, and where nothing was, nothing is said of it', () => {
  expect(noticeMail(sampleSite, 'en', { ...CHANGED, kept: NOTICES.password_changed.kept.slice(0, 2) }).text).toContain(
    'kept it: a passkey of 24 November 2026, 09:30 UTC and an authenticator app of 24 November 2026, 09:30 UTC.',
  );
  expect(noticeMail(sampleSite, 'en', CHANGED).text).not.toContain('kept');
});
