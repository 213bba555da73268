import { globSync } from 'node:fs';
import fc from 'fast-check';
import { z } from 'zod';
import type { Form, HiddenField, VisibleField } from '#model/forms/form.ts';
import { FORMS } from '#model/forms/forms.ts';
import { changeAddressForm } from '#model/forms/address/change-address.ts';
import { takeBackForm } from '#model/forms/address/take-back.ts';
import { giveRecoveryFactorForm } from '#model/forms/recovery/give-recovery-factor.ts';
import { signInByPasskeyForm } from '#model/forms/sign-in-by-passkey.ts';
import { endSessionForm } from '#model/forms/sessions/end-session.ts';
import { newPasswordForm } from '#model/forms/new-password.ts';
import { proofByPasswordForm } from '#model/forms/proof-by-password.ts';
import { sendCodeForm } from '#model/forms/send-code.ts';
import { signInForm } from '#model/forms/sign-in.ts';
import { signOutForm } from '#model/forms/sign-out.ts';
import { DEFAULT_LOCALE, inLocale, LOCALES, type Locale, paths } from '#paths';
import { PRIVATE_PAGES } from '#server/front/screening/private-routes.ts';
import { rightWord, wayTo } from './ways.ts';
import { hostileValue, strangeEntry, strangeField, strangeTail, strangeTarget } from './hostile.ts';

/** Who sends: a `newcomer` has no password yet, `stale` has a cookie whose session is over, `forged` one that was changed on its way. */
const SENDERS = ['visitor', 'newcomer', 'full', 'restricted', 'half', 'enrolling', 'staff', 'stale', 'forged'] as const;
export type Sender = (typeof SENDERS)[number];

/** An entry of a body: its name, and its value as it is sent, or the name of the field that is filled in rightly. */
export type Entry = readonly [name: string, value: string | { right: string }];

/** What would fill a field in rightly for somebody else. */
export const strangers = (field: string) => `a stranger’s ${field}`;

/** One request, with what is known only when it is sent left open. */
export interface Step {
  method: string;
  target: string;
  fields: readonly [string, string][];
  /** Entries of a form, or bytes; null without a body. */
  body: readonly Entry[] | string | null;
  /** Whether the body comes in chunks instead of with its length. */
  chunked: boolean;
}

/** What one sender does, with one cookie, from one address. */
export interface Attack {
  as: Sender;
  /** Of 2001:db8::/32. */
  source: number;
  /** Goes on with the cookie that it came with, whatever it is given. */
  keepsCookie: boolean;
  steps: readonly Step[];
}

/** A route file's address in the default language: the folder names it. */
const routes = globSync('app/**/route.ts')
  .map((file) => file.slice('app/'.length, -'/route.ts'.length).split('/'))
  .map((folders) => `/${folders.filter((name) => !/^\(.*\)$|^\[locale\]$/.test(name)).join('/')}`)
  .filter((path) => !path.includes('['));

/** Of the site's own addresses those that hold a word of somebody's are asked for with one that exists and one that does not. */
const ADDRESSES = [['internal-systems-access', 'first-report'] as const, ['none', 'none'] as const].flatMap((words) =>
  Object.values(paths).map((path) => Reflect.apply(path, null, [DEFAULT_LOCALE, ...words]) as string),
);

/** Every address that answers anybody: new forms, routes and pages are among them by themselves. */
export const PATHS: readonly string[] = [...new Set([...PRIVATE_PAGES, ...routes, ...ADDRESSES])].sort();

const locale = fc.constantFrom(...LOCALES);
const someTail = fc.oneof({ weight: 6, arbitrary: fc.constant('') }, { weight: 1, arbitrary: strangeTail });

/** What fills a field in rightly. */
const rightValue = (form: Form, name: string, { schema }: VisibleField | HiddenField) =>
  schema instanceof z.ZodLiteral ? String([...schema.values][0]) : { right: rightWord(form, name) };
const rightBody = (form: Form): Entry[] => Object.entries(form.fields).map(([name, field]) => [name, rightValue(form, name, field)]);

/** A field that is filled in, rightly or not, left out, sent twice or under a name that is nearly its own. */
const bentField =
  (form: Form) =>
  ([name, field]: [string, VisibleField | HiddenField]): fc.Arbitrary<Entry[]> => {
    const right = rightValue(form, name, field);
    const escaped = `%${name.charCodeAt(0).toString(16)}${name.slice(1)}`;
    const others = fc.constantFrom<Entry[]>(
      [],
      [
        [name, right],
        [name, right],
      ],
      ...[name.toUpperCase(), `${name}%00`, `${name}[]`, escaped].map((near): Entry[] => [[near, right]]),
    );
    return fc.oneof(
      { weight: 3, arbitrary: fc.constant<Entry[]>([[name, right]]) },
      { weight: 3, arbitrary: hostileValue.map((value): Entry[] => [[name, value]]) },
      { weight: 1, arbitrary: others },
      { weight: 1, arbitrary: fc.constant<Entry[]>([[name, { right: strangers(name) }]]) },
    );
  };

function bentBody(form: Form): fc.Arbitrary<Entry[]> {
  const fields = fc.tuple(...Object.entries(form.fields).map(bentField(form))).map((entries) => entries.flat());
  return fc.oneof(
    { weight: 6, arbitrary: fields },
    { weight: 1, arbitrary: fc.array(strangeEntry, { minLength: 1, maxLength: 3 }).map((more): Entry[] => [...rightBody(form), ...more]) },
    { weight: 1, arbitrary: fc.shuffledSubarray(rightBody(form)) },
    { weight: 1, arbitrary: fc.array(strangeEntry, { maxLength: 120 }) },
  );
}

/** A form of ours, posted to its page as a browser does it. */
export const posted = (form: Form, l: Locale): Step => ({ method: 'POST', target: form.path(l), fields: [], body: rightBody(form), chunked: false });
const seen = (path: (l: Locale) => string): Step => ({ method: 'GET', target: path(DEFAULT_LOCALE), fields: [], body: null, chunked: false });

/** The same, bent somewhere. */
const bent = (form: Form): fc.Arbitrary<Step> =>
  fc.record({
    method: fc.oneof({ weight: 20, arbitrary: fc.constant('POST') }, { weight: 1, arbitrary: fc.constantFrom('GET', 'PUT', 'PATCH', 'DELETE', 'HEAD') }),
    target: fc.tuple(locale, someTail).map(([l, tail]) => form.path(l) + tail),
    fields: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(strangeField, { maxLength: 3 }) }),
    body: fc.oneof({ weight: 12, arbitrary: bentBody(form) }, { weight: 1, arbitrary: fc.string({ unit: 'binary-ascii', maxLength: 200 }) }),
    chunked: fc.boolean(),
  });

const someForm = (form: Form) => fc.oneof({ weight: 1, arbitrary: locale.map((l) => posted(form, l)) }, { weight: 2, arbitrary: bent(form) });

/** Anything at any address. */
const asked = fc.record({
  method: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('GET', 'GET', 'HEAD', 'POST') },
    { weight: 1, arbitrary: fc.constantFrom('PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'get', 'PROPFIND', 'FUZZ', '') },
  ),
  target: fc.oneof(
    { weight: 5, arbitrary: fc.tuple(fc.constantFrom(...PATHS), locale, someTail).map(([path, l, tail]) => inLocale(path, l) + tail) },
    { weight: 1, arbitrary: strangeTarget },
  ),
  fields: fc.array(strangeField, { maxLength: 2 }),
  body: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.array(strangeEntry, { maxLength: 4 }) }),
  chunked: fc.boolean(),
});

/** A form after all that makes it good for something: that is filled in rightly, and the form perhaps not. */
const someWay = (form: Form) => {
  const before = wayTo(form).slice(0, -1);
  return fc.tuple(locale, someForm(form)).map(([l, last]) => [...before.map((one) => posted(one, l)), last]);
};

/** One way; some forms in the order of the list, in which a proof comes before what it is good for; or anything after anything. */
const steps: fc.Arbitrary<Step[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...FORMS).chain(someWay) },
  { weight: 2, arbitrary: fc.subarray([...FORMS], { minLength: 1, maxLength: 4 }).chain((forms) => fc.tuple(...forms.map(someForm))) },
  { weight: 1, arbitrary: fc.array(asked, { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(fc.oneof(fc.constantFrom(...FORMS).chain(someForm), asked), { minLength: 2, maxLength: 4 }) },
);

/** Who is signed in gets further, and comes more often. */
const sender = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Sender>('full', 'restricted', 'half', 'enrolling', 'staff') },
  { weight: 2, arbitrary: fc.constantFrom(...SENDERS) },
);

export const attack: fc.Arbitrary<Attack> = fc.record({ as: sender, source: fc.nat(0xffff_ffff), keepsCookie: fc.boolean(), steps });

/** What people do who fill in everything rightly. */
const straight: Attack[] = [
  {
    as: 'visitor',
    source: 0,
    keepsCookie: false,
    steps: [seen(paths.signIn), posted(signInForm, 'en'), seen(paths.account), posted(signOutForm, 'en'), seen(paths.account)],
  },
  {
    as: 'full',
    source: 0,
    keepsCookie: false,
    steps: [
      seen(paths.account),
      posted(endSessionForm, 'en'),
      posted(proofByPasswordForm, 'de'),
      posted(newPasswordForm, 'de'),
      seen(paths.passwordDone),
      posted(sendCodeForm, 'de'),
    ],
  },
  {
    as: 'restricted',
    source: 0,
    keepsCookie: false,
    steps: [seen(paths.account), posted(sendCodeForm, 'ar'), posted(proofByPasswordForm, 'ar'), posted(newPasswordForm, 'ar')],
  },
];
const foreign = (form: Form, field: string): Step => ({
  ...posted(form, DEFAULT_LOCALE),
  body: rightBody(form).map(([name, value]) => [name, name === field ? { right: strangers(name) } : value]),
});

const alone = (as: Sender, forms: readonly Form[]): Attack => ({ as, source: 0, keepsCookie: false, steps: forms.map((form) => posted(form, DEFAULT_LOCALE)) });
const isLong = (form: Form) => wayTo(form).length > 1;

/**
 * What comes before anything is left to chance, each from an address of its own: straight ways, every form by who may do all and who may do nothing, the ways to forms, and
 * with a stranger’s word in each field. Every form and way by the sessions between is in `tests/e2e/part-sessions.test.ts`.
 */
export const FIRST: readonly Attack[] = [
  ...straight,
  ...straight.map((way) => ({ ...way, keepsCookie: true })),
  ...(['visitor', 'full', 'stale', 'forged'] as const).flatMap((as) => FORMS.map((form) => alone(as, [form]))),
  ...FORMS.filter(isLong).flatMap((form) => [alone('full', wayTo(form)), alone('newcomer', wayTo(form))]),
  alone('full', [...wayTo(changeAddressForm), ...wayTo(takeBackForm)]),
  alone('half', wayTo(giveRecoveryFactorForm)),
  alone('half', wayTo(signInByPasskeyForm)),
  ...FORMS.flatMap((form) => Object.keys(form.fields).map((field): Attack => ({ ...alone('full', []), steps: [foreign(form, field)] }))),
].map((way, source) => ({ ...way, source }));
