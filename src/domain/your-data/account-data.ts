import type { Account, SecurityEvent, Session } from '#generated/prisma/client.ts';
import type { Transaction } from '#domain/core/context.ts';
import { type ConcerningIncident, concerningIncidents } from './concerning-incidents.ts';

/** Rows that one statement reads: all are read, page after page. */
const PAGE = 5_000;

/** Lists of an account by the tables that they come from: each table with rows about an account has one. */
export const LISTS = {
  AddressChange: 'addressChanges',
  AppInstall: 'apps',
  ApprovalKey: 'approvalKeys',
  CohortMember: 'incidents',
  Emergency: 'emergencies',
  FormerPassword: 'formerPasswords',
  KeptForm: 'refusedForms',
  KnownDevice: 'knownDevices',
  OneTimeCode: 'codes',
  Passkey: 'passkeys',
  PasswordChange: 'passwordChanges',
  Presence: 'draftsOpen',
  RecoveryCode: 'recoveryCodes',
  Schedule: 'schedules',
  SecurityEvent: 'events',
  Session: 'sessions',
  TotpSecret: 'authenticators',
} as const;

/** Everything that is kept of an account and its person, in plain values: times as ISO 8601. */
export type AccountData = { account: Record<string, unknown>; incidents: ConcerningIncident[] } & Record<(typeof LISTS)[keyof typeof LISTS], object[]>;

/**
 * Reads all that is kept about an account. Of what proves who one is it says when and where it was added; no password, code, key or secret is in it,
 * nor a hash of one. Incidents that the person is not told of yet are left out.
 */
export async function accountData(tx: Transaction, accountId: bigint): Promise<AccountData> {
  const where = { where: { accountId } };
  const since = { ...where, orderBy: { addedAt: 'asc' } } as const;
  const added = { addedAt: true, device: true, network: true } as const;
  const account = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
  return {
    account: present(account),
    passwordChanges: await tx.passwordChange.findMany({ ...where, orderBy: { at: 'asc' }, select: { at: true, proof: true, sessionsEnded: true } }),
    formerPasswords: await tx.formerPassword.findMany({ ...where, orderBy: { replacedAt: 'asc' }, select: { replacedAt: true } }),
    addressChanges: await tx.addressChange.findMany({
      ...where,
      orderBy: { at: 'asc' },
      select: { fromEmail: true, toEmail: true, at: true, device: true, network: true, revertedAt: true },
    }),
    passkeys: await tx.passkey.findMany({ ...since, select: { name: true, ...added, lastUsedAt: true, transports: true } }),
    authenticators: await tx.totpSecret.findMany({ ...since, select: { ...added, confirmedAt: true } }),
    recoveryCodes: await tx.recoveryCode.findMany({ ...since, select: added }),
    knownDevices: await tx.knownDevice.findMany({ ...since, select: { addedAt: true, lastUsedAt: true } }),
    emergencies: await tx.emergency.findMany({ ...where, orderBy: { at: 'asc' }, select: { at: true, reason: true } }),
    approvalKeys: await tx.approvalKey.findMany({
      ...where,
      orderBy: { id: 'asc' },
      select: { name: true, createdAt: true, expiresAt: true, lastUsedAt: true, revokedAt: true },
    }),
    schedules: await tx.schedule.findMany({ ...where, orderBy: { madeAt: 'asc' }, select: { madeAt: true, at: true, zone: true, state: true } }),
    refusedForms: await tx.keptForm.findMany({ ...where, select: { expiresAt: true } }),
    draftsOpen: await tx.presence.findMany({ ...where, select: { draftId: true, writing: true, seenAt: true } }),
    codes: await tx.oneTimeCode.findMany({ ...where, select: { purpose: true, email: true, tries: true, expiresAt: true } }),
    sessions: await sessionsOf(tx, accountId),
    events: await eventsOf(tx, accountId),
    apps: await tx.appInstall.findMany({ ...where, orderBy: { seenAt: 'asc' }, select: { installId: true, platform: true, version: true, seenAt: true } }),
    incidents: await concerningIncidents(tx, accountId),
  };
}

function present({ id, email, market, locale, roles, createdAt, keysOff, passwordHash, passwordChangedAt, lastSignInAt, breachAskedAt, breachedAt }: Account) {
  return {
    accountId: String(id),
    email,
    market,
    locale,
    roles,
    createdAt,
    /** Of the team: whether single keys do something on its pages. */
    ...(roles.length > 0 && { keys: !keysOff }),
    hasPassword: passwordHash !== null,
    /** Where another system had said it. */
    passwordChangedAt,
    lastSignInAt,
    /** When the present password was looked for among those that are known from breaches, and when it was found. */
    breachAskedAt,
    breachedAt,
  };
}

async function sessionsOf(tx: Transaction, accountId: bigint) {
  const rows = await allRows<Session>((last) => tx.session.findMany({ where: { accountId, ...after(last?.id) }, orderBy: { id: 'asc' }, take: PAGE }));
  return rows
    .map(({ device, network, createdAt, authenticatedAt, lastSeenAt, endedAt }) => ({ device, network, createdAt, authenticatedAt, lastSeenAt, endedAt }))
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}

async function eventsOf(tx: Transaction, accountId: bigint) {
  const rows = await allRows<SecurityEvent>((last) =>
    tx.securityEvent.findMany({ where: { accountId, ...after(last?.id) }, orderBy: { id: 'asc' }, take: PAGE }),
  );
  return rows.map(({ at, kind, device, network }) => ({ at, kind, device, network }));
}

const after = <Id>(id: Id | undefined) => (id === undefined ? {} : { id: { gt: id } });

/** Page after page, as `read` gives those that come after the last one. */
async function allRows<Row>(read: (last: Row | undefined) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const next = await read(rows.at(-1));
    for (const row of next) rows.push(row);
    if (next.length < PAGE) return rows;
  }
}
