import type { Role } from '#generated/prisma/client.ts';

/** One person of the story, by role and never by name. */
export interface SamplePerson {
  key: string;
  story: string;
  roles: Role[];
  market: string;
  /** Apps seen lately. */
  installs: { platform: string; version: string }[];
  /** Where they are still signed in, from before the incident. */
  devices: string[];
}

const person = (key: string, story: string, more: Partial<SamplePerson> = {}): SamplePerson => ({
  key,
  story,
  roles: [],
  market: 'SE',
  installs: [],
  devices: [],
  ...more,
});

export const PEOPLE: SamplePerson[] = [
  person('data-accessed', 'the one account whose data was accessed: asked for a new password', {
    market: 'DE',
    installs: [{ platform: 'ios', version: '7.2.0' }],
    devices: ['Safari on iPhone', 'Firefox on Windows'],
  }),
  person('certain-user', 'one of the "certain users": was signed out, and is asked to sign in again', { devices: ['Chrome on macOS'] }),
  person('android-below', 'Android app below the fixed version: guided to the upgrade', {
    market: 'GB',
    installs: [{ platform: 'android', version: '0.9.4' }],
    devices: ['Chrome on Android'],
  }),
  person('android-fixed', 'Android app above the fixed version: upgraded already', {
    installs: [{ platform: 'android', version: '1.0.1' }],
    devices: ['Chrome on Android'],
  }),
  person('ios-user', 'iOS app only: nothing to do', { installs: [{ platform: 'ios', version: '7.2.0' }], devices: ['Safari on iPad'] }),
  person('tried-password', 'password tried in the older incident: changes it after a code by email', { market: 'FR', devices: ['Edge on Windows'] }),
  person('nothing-to-do', 'in no cohort: nothing to do', { installs: [{ platform: 'desktop', version: '3.4.0' }], devices: ['Firefox on Linux'] }),
  person('author', 'writes posts', { roles: ['author'] }),
  person('approver', 'approves what others wrote', { roles: ['approver'] }),
  person('responder', 'decides who is asked for what', { roles: ['responder'] }),
  person('admin', 'manages accounts and roles', { roles: ['admin'] }),
];

/** Who is in which cohort of the facts; a cohort that nobody stands in is a list that the demo has no account of. */
export const COHORTS: Record<string, string[]> = {
  'data-seen': ['data-accessed'],
  'certain-users': ['certain-user'],
  android: ['android-below', 'android-fixed'],
  'tried-passwords': ['tried-password'],
};

/** Cohorts for whom the password itself proves nothing, since others may know it. */
export const CODE_FIRST = ['tried-passwords'];
