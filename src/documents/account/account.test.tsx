import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, test } from 'vitest';
import { translator } from '#ui/translator.ts';
import type { ChangeReceipt } from '#domain/password-change/read-change.ts';
import { LOCALES, type Locale } from '#paths';
import { EmailPage } from '#documents/address/email-page.tsx';
import { TakeBackPage } from '#documents/address/take-back-page.tsx';
import { AccountPage } from './account-page.tsx';
import { ConfirmPage } from '#documents/sign-in/confirm-page.tsx';
import { UsePasskeyPage } from '#documents/sign-in/use-passkey-page.tsx';
import { confirmByPasskeyForm } from '#model/forms/confirm.ts';
import { GoOnPage } from '#documents/sign-in/go-on-page.tsx';
import { RefusalPage } from '#documents/shell/refusal-page.tsx';
import { GuideDonePage } from '#documents/password/guide-done-page.tsx';
import { GuideNewPage } from '#documents/password/guide-new-page.tsx';
import { GuideProofPage } from '#documents/password/guide-proof-page.tsx';
import { GuideWhyPage } from '#documents/password/guide-why-page.tsx';
import { maskEmail } from '#documents/words/mask-email.ts';
import { GuideYoursPage } from '#documents/recovery/guide-yours-page.tsx';
import { RecoverCodePage } from '#documents/recovery/recover-code-page.tsx';
import { RecoverFactorPage } from '#documents/recovery/recover-factor-page.tsx';
import { RecoverNewPage } from '#documents/recovery/recover-new-page.tsx';
import { RecoverPage } from '#documents/recovery/recover-page.tsx';
import { RecoverYoursPage } from '#documents/recovery/recover-yours-page.tsx';
import { SignInPage } from '#documents/sign-in/sign-in-page.tsx';
import { SignOutPage } from '#documents/sign-in/sign-out-page.tsx';
import {
  freeGuide,
  SAMPLE_VIEWS,
  sampleActivity,
  sampleAdditions as additions,
  sampleFrame,
  sampleGuide,
  sampleRecovery,
} from '#tests/support/sample-account.ts';

const keep = additions.slice(1, 3).map(({ handle }) => handle);
const html = (page: React.ReactElement) => renderToStaticMarkup(page);
const change: ChangeReceipt = { changedAt: '2026-11-21T08:00:00Z', sessionsEnded: 2, othersSignedIn: 0 };

function pagesOf(locale: Locale): Record<string, React.ReactElement> {
  const frame = sampleFrame(locale);
  const accounts = Object.entries(SAMPLE_VIEWS).map(([name, view]) => {
    return [
      `account ${name}`,
      <AccountPage
        key={name}
        frame={frame}
        view={view}
        activity={view.restricted ? { ...sampleActivity, events: null } : sampleActivity}
        notice={view.restricted ? 'restricted' : 'session_ended'}
      />,
    ];
  });
  const faults = ([400, 403, 404, 405, 409, 413, 415, 421, 422, 429, 500, 503] as const).map((status) => [
    `fault ${status}`,
    <RefusalPage key={status} frame={frame} status={status} reference="r-1" />,
  ]);
  const conflicts = ['proof_weaker', 'proof_used', 'changed_elsewhere', 'roles_changed', 'unheard_of'].map((reason) => [
    `conflict ${reason}`,
    <RefusalPage key={reason} frame={frame} status={409} reason={reason} />,
  ]);
  const notices = (['asked_again', 'signed_out', 'no_cookies'] as const).map((notice) => [
    `sign-in ${notice}`,
    <SignInPage key={notice} frame={frame} email="" errors={{}} notice={notice} to={null} />,
  ]);
  return {
    ...Object.fromEntries([...accounts, ...faults, ...conflicts, ...notices]),
    'sign-in failed': <SignInPage frame={frame} email="a@b.example" errors={{ form: 'sign_in_failed' }} notice={null} to={null} />,
    confirm: <ConfirmPage frame={frame} to="/account" carried="" byFactor={false} half={false} errors={{ password: 'password_wrong' }} />,
    'second step': <ConfirmPage frame={frame} to="/account" carried="" byFactor half errors={{ code: 'code_wrong' }} />,
    'use a passkey': (
      <UsePasskeyPage frame={frame} form={confirmByPasskeyForm} hidden={{ to: '/account', carried: '' }} options="{}" script="/s.js" back="/account" />
    ),
    'go on': <GoOnPage frame={frame} to="/account" fields={[['name', 'A <b>name</b>']]} />,
    'new address': <EmailPage frame={frame} email="a@b.example" asked={null} typed="c@" errors={{ email: 'email_invalid' }} />,
    'new address, code': <EmailPage frame={frame} email="a@b.example" asked="c@d.example" typed="" errors={{}} />,
    'take back': <TakeBackPage frame={frame} asked={false} email="" errors={{}} />,
    'take back, code': <TakeBackPage frame={frame} asked email="" errors={{ password: 'password_not_of_then' }} />,
    'sign-out': <SignOutPage frame={frame} />,
    why: <GuideWhyPage frame={frame} guide={sampleGuide} />,
    'why free': <GuideWhyPage frame={frame} guide={freeGuide} />,
    'proof password': <GuideProofPage frame={frame} guide={freeGuide} errors={{ password: 'password_wrong' }} notice={null} />,
    'proof send': <GuideProofPage frame={frame} guide={{ ...sampleGuide, codeSent: false }} errors={{}} notice={null} />,
    'proof code': <GuideProofPage frame={frame} guide={sampleGuide} errors={{}} notice="code_sent" />,
    new: (
      <GuideNewPage
        frame={frame}
        guide={sampleGuide}
        errors={{ next: 'password_guessable' }}
        strength={{ level: 'weak', weakness: 'repeat' }}
        keep={[]}
        signOutOthers
      />
    ),
    'new free': <GuideNewPage frame={frame} guide={freeGuide} errors={{ next: 'unheard_of' }} strength={null} keep={[]} signOutOthers={false} />,
    'new with what was added': <GuideNewPage frame={frame} guide={{ ...sampleGuide, additions }} errors={{}} strength={null} keep={keep} signOutOthers />,
    yours: <GuideYoursPage frame={frame} guide={{ ...sampleGuide, additions }} errors={{}} />,
    recover: <RecoverPage frame={frame} reason="forgotten" email="a@b.example" errors={{ email: 'email_invalid' }} />,
    'first sign-in': <RecoverPage frame={frame} reason="first" email="" errors={{}} />,
    'recover code': <RecoverCodePage frame={frame} errors={{ code: 'code_wrong' }} />,
    'recover factor': <RecoverFactorPage frame={frame} factors={{ passkey: true, typed: true, asked: true }} errors={{ code: 'code_wrong' }} />,
    'recover by passkey': <RecoverFactorPage frame={frame} factors={{ passkey: true, typed: false, asked: true }} errors={{ form: 'passkey_refused' }} />,
    'recover yours': <RecoverYoursPage frame={frame} view={{ ...sampleRecovery, additions }} errors={{}} />,
    'recover new': <RecoverNewPage frame={frame} view={{ ...sampleRecovery, additions }} keep={keep} errors={{ next: 'password_short' }} strength={null} />,
    'first password': <RecoverNewPage frame={frame} view={{ ...sampleRecovery, first: true }} keep={[]} errors={{}} strength={null} />,
    done: <GuideDonePage frame={frame} view={SAMPLE_VIEWS.done} change={change} />,
    'done but for one': <GuideDonePage frame={frame} view={SAMPLE_VIEWS.upgrade} change={{ ...change, sessionsEnded: null }} />,
  };
}

describe.each(LOCALES)('in %s', (locale) => {
  test.each(Object.entries(pagesOf(locale)))('%s has one heading, unique ids and a label for each field', (_, page) => {
    const markup = html(page);
    expect(markup.match(/<h1/g)).toHaveLength(1);
    const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const inputs = [...markup.matchAll(/<input [^>]*>/g)].map(([tag]) => tag).filter((tag) => !/type="hidden"| hidden=""/.test(tag));
    for (const tag of inputs) expect(markup).toContain(`<label for="${/ id="([^"]+)"/.exec(tag)?.[1]}">`);
    for (const [, described] of markup.matchAll(/aria-(?:describedby|labelledby)="([^"]+)"/g))
      for (const id of described?.split(' ') ?? []) expect(ids).toContain(id);
    for (const [, target] of markup.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });
});

const account = (view: keyof typeof SAMPLE_VIEWS) =>
  html(<AccountPage frame={sampleFrame('en')} view={SAMPLE_VIEWS[view]} activity={sampleActivity} notice={null} />);
const heading = (markup: string) => /<h1>(.*?)<\/h1>/.exec(markup)?.[1];

test.each([
  ['none', 'ok', 'You do not need to do anything. No incident concerns your account.'],
  ['breached', 'act', 'One thing is left for you to do.'],
  // The incident asks for the same.
  ['breachedAndAsked', 'act', '3 things are left for you to do.'],
  ['affected', 'act', 'Two things are left for you to do. Your password was not seen.'],
  ['affectedOnly', 'rec', 'Someone saw data of your account. You have nothing to do now, but please read what we know.'],
  ['precaution', 'act', 'Two things are left for you to do. Your password was not seen.'],
  ['upgrade', 'rec', 'We recommend one thing to you.'],
  ['nothing', 'ok', 'You do not need to do anything. We have done it for you.'],
  ['not_affected', 'ok', 'You do not need to do anything. Your account was not part of this.'],
  ['checking', 'prog', 'We are still checking your account and do not know yet.'],
  ['done', 'ok', 'You have done everything. Nothing is left for you to do.'],
] as const)('%s opens in the tone %s', (view, tone, sentence) => {
  const markup = account(view);
  expect(markup).toContain(`class="verdict ${tone}"`);
  expect(heading(markup)).toBe(sentence);
});

it('opens with the loudest of several incidents, and counts once what two of them ask alike', () => {
  const incidents = [SAMPLE_VIEWS.not_affected, SAMPLE_VIEWS.affected, SAMPLE_VIEWS.affected].flatMap((view, index) =>
    view.incidents.map((incident) => ({ ...incident, slug: `access-${index}` })),
  );
  const markup = html(<AccountPage frame={sampleFrame('en')} view={{ ...SAMPLE_VIEWS.affected, incidents }} activity={sampleActivity} notice={null} />);
  expect(markup).toContain('class="verdict act"');
  expect(heading(markup)).toContain('Two things are left for you to do.');
  // What is to be done stands under the sentence that says so, not behind a newer incident that asks for nothing.
  expect([...markup.matchAll(/<section class="told" aria-labelledby="incident-([\w-]+)"/g)].map(([, slug]) => slug)).toEqual([
    'access-1',
    'access-2',
    'access-0',
  ]);
});

it('asks for the new password with the one loud button, and offers it quietly to everybody else', () => {
  expect(account('affected').match(/class="btn"/g)).toHaveLength(1);
  expect(account('affected')).toContain('<a class="btn" href="/account/password">');
  expect(account('not_affected')).toContain('<a class="btn q" href="/account/password">');
});

it('has a breached password as a to-do of its own above the incidents, with one loud button on the page', () => {
  const [alone, asked] = [account('breached'), account('breachedAndAsked')];
  for (const markup of [alone, asked]) {
    expect(markup).toContain('<h2 id="breached">Your password is known to criminals: choose a new one</h2>');
    expect(markup.indexOf('id="breached"')).toBeLessThan(markup.indexOf('id="incident-access"'));
    expect(markup.match(/class="btn"/g)).toHaveLength(1);
    expect(markup).not.toContain('Change your password anyway');
    expect(markup).not.toContain('Your password was not seen');
  }
  expect(account('affected')).not.toContain('id="breached"');
});

it('does not say to who comes with a breached password that nobody asks', () => {
  const why = (breached: boolean) => html(<GuideWhyPage frame={sampleFrame('en')} guide={{ ...freeGuide, breached }} />);
  expect(why(true)).toContain('criminals try it out');
  expect(why(true)).not.toContain('Nobody asks this of you');
  expect(why(false)).toContain('Nobody asks this of you');
});

it('ends each session by its id, under the name of its device', () => {
  expect(account('done')).toMatch(
    /name="sessionId" value="s2"\/><button class="link" type="submit">Sign out<span class="visually-hidden"> <bdi>Tempo &lt;b&gt;<\/bdi>/,
  );
});

it('shows a restricted session the others, to end them, and keeps the rest closed', () => {
  const activity = { ...sampleActivity, events: null };
  const markup = html(<AccountPage frame={sampleFrame('en')} view={SAMPLE_VIEWS.affected} activity={activity} notice="restricted" />);
  expect(markup).toContain('opens after you have changed your password');
  expect(markup).toContain('value="s2"');
  expect(markup).not.toContain('eventId');
  expect(markup).not.toContain('/account/data');
});

it('leads from the summary to the field, and says the rest without a link', () => {
  const markup = html(
    <SignInPage frame={sampleFrame('en')} email="" errors={{ form: 'sign_in_failed', password: 'password_missing' }} notice={null} to={null} />,
  );
  expect(markup).toContain('<a href="#password">Enter a password</a>');
  expect(markup).toContain('<li>The email address and the password do not go together.');
  expect(markup).toContain('<title>Error: ');
});

it('never shows the whole address where a code goes', () => {
  expect(html(pagesOf('en')['proof code'] ?? <p />)).not.toContain('someone@');
  expect(maskEmail('someone@tempo.example')).toBe('s•••••@tempo.example');
});

const done = (locale: Locale, view: keyof typeof SAMPLE_VIEWS, said: Partial<ChangeReceipt>) => {
  const markup = html(<GuideDonePage frame={sampleFrame(locale)} view={SAMPLE_VIEWS[view]} change={{ ...change, ...said }} />);
  return { markup, receipt: markup.slice(markup.indexOf('class="receipt"')).replace(/<[^>]*>/g, ' ') };
};

test.each([
  ['en', 0, 'No other device was signed out. You are signed in on this device only.', 'No other device'],
  ['en', 1, 'One other device was signed out. You are signed in on this device only.', 'One other device'],
  ['en', 3, '3 other devices were signed out. You are signed in on this device only.', '3 other devices'],
  ['de', 1, 'Ein anderes Gerät wurde abgemeldet.', 'Ein anderes Gerät'],
  ['de', 3, '3 andere Geräte wurden abgemeldet.', '3 andere Geräte'],
  ['ar', 0, 'لم يُسجَّل خروج أي جهاز آخر.', 'لا شيء'],
  ['ar', 1, 'سُجّل خروج جهاز آخر واحد.', 'جهاز آخر واحد'],
  ['ar', 2, 'سُجّل خروج جهازين آخرين.', 'جهازان آخران'],
  ['ar', 5, 'سُجّل خروج 5 أجهزة أخرى.', '5 أجهزة أخرى'],
  ['ar', 11, 'سُجّل خروج 11 جهازًا آخر.', '11 جهازًا آخر'],
  ['ar', 100, 'سُجّل خروج 100 جهاز آخر.', '100 جهاز آخر'],
] as const)('in %s, the page and its receipt say that %i devices were signed out', (locale, sessionsEnded, sentence, row) => {
  const { markup, receipt } = done(locale, 'done', { sessionsEnded });
  expect(markup).toContain(sentence);
  expect(receipt).toContain(row);
});

it('says who is still signed in, and says no number that nobody recorded', () => {
  const { markup, receipt } = done('en', 'done', { sessionsEnded: null, othersSignedIn: 2 });
  expect(markup).toContain('<p>You are still signed in on 2 other devices.</p>');
  expect(receipt).not.toContain('Signed out');
});

it('has on its receipt what is left', () => {
  expect(done('en', 'done', {}).receipt).toMatch(/Left to do\s+Nothing/);
  expect(done('en', 'upgrade', {}).receipt).toMatch(/Left to do\s+Update\s+Tempo\s+for\s+Android/);
});

it('says of every accepted password, and of none in particular, that it is strong', () => {
  for (const locale of LOCALES) expect(done(locale, 'done', {}).markup).toContain(translator(locale)('guide.done.strong'));
});

it('names a device in the reader’s language', () => {
  const page = html(<AccountPage frame={sampleFrame('de')} view={SAMPLE_VIEWS.done} activity={sampleActivity} notice={null} />);
  expect(page).toContain('<b><bdi>Firefox</bdi> auf <bdi>Linux</bdi></b>');
  expect(page).toContain('Anmeldung: <bdi>Firefox</bdi> auf <bdi>Linux</bdi>, aus dem Netz');
});

it('says each of its times on a phone too, where the table has no head', () => {
  expect(account('done')).toMatch(/<td data-label="Signed in">.*?<td data-label="Last used">/);
});
