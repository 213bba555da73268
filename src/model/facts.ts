import { z } from 'zod';
import { LOCALES } from '#paths';
import { ACTION_KINDS } from './actions.ts';

/** An absolute time with its zone. */
const instant = z.iso.datetime({ offset: true });

/** Words for a title, a subject or a name. That they are written on one line is asked where they are written: what is stored is always read. */
export const storedLine = z.string().trim();
export type Line = typeof storedLine;

/** The same sentence in each locale that the site offers. */
export const text = z.partialRecord(z.enum(LOCALES), z.string().min(1)).refine((value) => value.en !== undefined, 'needs at least "en"');
export type Text = z.output<typeof text>;

/** The same title in each locale that the site offers. */
export const titleOf = (line: Line) => z.partialRecord(z.enum(LOCALES), line.min(1)).refine((value) => value.en !== undefined, 'needs at least "en"');

export const CATEGORIES = [
  'name',
  'email',
  'phone',
  'address',
  'birth_date',
  'username',
  'password',
  'payment',
  'government_id',
  'health',
  'location',
  'messages',
  'usage',
  'device',
] as const;
const category = z.enum(CATEGORIES);
export type Category = z.output<typeof category>;

export const PLATFORMS = ['android', 'ios', 'windows_phone', 'web', 'desktop'] as const;
export type Platform = (typeof PLATFORMS)[number];

export const STATUSES = ['investigating', 'identified', 'monitoring', 'resolved'] as const;
export type Status = (typeof STATUSES)[number];

const cohortOf = (line: Line) =>
  z.strictObject({
    /** What the database calls this cohort; `candor` binds accounts to it. */
    name: z.string().regex(/^[a-z0-9-]{1,60}$/, 'use small letters, digits and hyphens, 60 at most'),
    label: titleOf(line),
    /** Why these accounts, as a full sentence to one of them: "Your session began before …". */
    basis: text,
    dataInvolved: z.array(category).default([]),
  });

const actionOf = (line: Line) =>
  z.strictObject({
    cohort: line,
    kind: z.enum(ACTION_KINDS),
    deadline: instant.optional(),
    rollout: z.strictObject({ startsAt: instant, endsAt: instant }).optional(),
    reason: text,
    ifNot: text.optional(),
    sideEffect: text.optional(),
    minutes: z.number().int().positive().optional(),
  });

/** What single laws ask for beside the rest. */
const lawOf = (line: Line) => ({
  /** Somebody of the law asked that people be told later. */
  lawEnforcementDelay: z.boolean().optional(),
  /** Why people, or the authority, were told later than the law wants. */
  delayReason: text.optional(),
  creditAgencies: z.array(z.strictObject({ name: line, phone: line, post: z.string() })).optional(),
  authorities: z.array(z.strictObject({ name: line, notifiedAt: instant })).optional(),
  complainTo: text.optional(),
  supportOffered: z.strictObject({ what: text, months: z.number().int().positive() }).optional(),
  vuln: z
    .strictObject({
      id: line.optional(),
      affectedVersions: line,
      fixedIn: line,
      workaround: text.optional(),
      severity: line.optional(),
      exploited: z.enum(['yes', 'no', 'unknown']),
      credit: line.optional(),
    })
    .optional(),
  /** Of a listed company: when it decided that this is material, and when it filed it. Shown nowhere. */
  materiality: z.strictObject({ decidedAt: instant, filedAt: instant.optional() }).optional(),
});

/** `incident.yaml`: the facts of one incident, from which every locale and every output reads. The fields are the union of what the laws on notices of a breach ask for. */
export const factsOf = (line: Line) =>
  z.strictObject({
    incidentType: z.enum(['data_accessed', 'credentials_exposed', 'vulnerability', 'upgrade_required', 'false_alarm']),
    noticeId: z.string().regex(/^[A-Z0-9-]{3,30}$/, 'use capital letters, digits and hyphens, 3 to 30'),
    title: titleOf(line),
    markets: z.array(z.string().regex(/^[A-Z]{2}(-[A-Z]{2})?$/, 'use the two letters of a country, like SE')).min(1),
    asOf: instant,
    detectedAt: instant,
    occurred: z.strictObject({ from: instant, to: instant, certainty: z.enum(['known', 'estimated', 'unknown']) }),
    howFound: text,
    cause: z.strictObject({ known: z.boolean(), text }),
    dataInvolved: z.array(z.strictObject({ category, effect: z.enum(['seen', 'copied', 'changed', 'lost']), evidence: z.enum(['confirmed', 'possible']) })),
    dataNotInvolved: z.array(z.strictObject({ category, basis: text })),
    evidenceLooked: z.strictObject({ sources: text, from: instant, to: instant, gaps: text }),
    peopleAffected: z.strictObject({
      kind: z.enum(['exact', 'approx', 'unknown']),
      n: z.number().int().nonnegative().optional(),
      base: z.number().int().positive().optional(),
      asOf: instant,
    }),
    likelyConsequences: z.array(text),
    measures: z.array(z.strictObject({ text, state: z.enum(['done', 'doing', 'planned']), at: instant })).min(1),
    cohorts: z.array(cohortOf(line)),
    /** Why an account outside every cohort is not concerned: a full sentence to that person. */
    notAffected: z.strictObject({ basis: text }),
    actions: z.array(actionOf(line)),
    interimAdvice: text.optional(),
    lastingAdvice: text.optional(),
    platforms: z
      .array(z.strictObject({ platform: z.enum(PLATFORMS), action: z.enum(['upgrade', 'none']), fixedVersion: line.optional() }))
      .length(PLATFORMS.length, `name each of ${PLATFORMS.join(', ')} once`),
    trustedStores: z.array(z.strictObject({ name: line, url: z.url({ protocol: /^https$/ }) })),
    /** Absent only when resolved. */
    nextUpdateBy: instant.optional(),
    signedBy: z.strictObject({ role: titleOf(line) }),
    /** What the press may quote, whole. */
    statement: text,
    corrections: z.array(z.strictObject({ at: instant, was: text, now: text, why: text })).default([]),
    /** Who else may be named: suppliers, and whom others have proved to be behind it. */
    allowedNames: z.array(line).optional(),
    ...lawOf(line),
  });
/** Facts as they are stored. */
export const factsSchema = factsOf(storedLine);
export type Facts = z.output<typeof factsSchema>;
