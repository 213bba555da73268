import type { Facts } from '#model/facts.ts';

/** What goes into each field of `incident.yaml`, in the order of the file. Sentences are wanted in every language of the site. */
export const FIELD_COMMENTS: Record<keyof Facts, string> = {
  incidentType: 'data_accessed, credentials_exposed, vulnerability, upgrade_required or false_alarm.',
  noticeId: 'What people compare with their account: capital letters, digits, hyphens. It stays once it is published.',
  title: 'The incident in a few words, on one line.',
  markets: 'Countries with accounts that it concerns, like SE, or US-CA for a state: they decide which laws ask for what. ZZ: not known yet.',
  asOf: 'What stands here was true at this moment. Times are written like "2026-11-17T14:00:00Z", everywhere in this file.',
  detectedAt: 'When we found it.',
  occurred: 'When it began and ended. certainty: known, estimated, or unknown while we do not know it.',
  howFound: 'How we noticed, in a sentence.',
  cause: 'known: true or false. While it is false, text says so in a sentence.',
  dataInvolved:
    'What was involved. category: name, email, phone, address, birth_date, username, password, payment, government_id, health, location, messages, usage or device. effect: seen, copied, changed or lost. evidence: confirmed or possible. []: none found.',
  dataNotInvolved: 'What was not, each with the reason. Readers look for password and payment first.',
  evidenceLooked: 'Where we looked, from when to when, and what we could not see. Every "no" rests on it. gaps is a full sentence.',
  peopleAffected: 'kind: exact or approx, then n is the number and base the number of all accounts; or unknown.',
  likelyConsequences: 'What someone could do with the data, a sentence each. []: nothing.',
  measures: 'What was done, is being done, is planned: state is done, doing or planned, at the moment of it.',
  cohorts: 'The accounts that it concerns, a group each; candor cohorts define binds accounts to the name. dataInvolved: what of theirs.',
  notAffected: 'Why an account outside every group is not concerned, as a sentence to that person.',
  actions:
    'What a group is asked for. kind: change_password, sign_in_again or upgrade_app. deadline, or rollout with startsAt and endsAt; minutes: how long it takes.',
  interimAdvice: 'What helps while we do not know enough.',
  lastingAdvice: 'What stays good advice when all is done.',
  platforms: 'Each platform once. action: upgrade or none; fixedVersion: the version to have.',
  trustedStores: 'The places to install from, by name and address. []: nothing is to be installed.',
  nextUpdateBy: 'When we speak next, even if nothing is new. Left out only when the incident is resolved.',
  signedBy: 'The role of the person who answers for this, never a name.',
  statement: 'What the press may quote, whole.',
  corrections: 'What was published and was wrong: at, was, now, why. []: nothing.',
};
