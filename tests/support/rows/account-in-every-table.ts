import { randomUUID } from 'node:crypto';
import type { PrismaClient } from '#generated/prisma/client.ts';
import { sampleSite } from '#tests/support/sample-incident.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';

/** What nobody may read of it, wherever it is shown. */
export const SECRET = 'nobody-reads-this';

/** Somebody of whom there is one row in every table; what is secret of it has SECRET in it, in the spelling of its column. */
export async function accountInEveryTable(db: PrismaClient, data: Parameters<typeof createAccount>[1] = {}) {
  const now = new Date();
  const times = { lastSignInAt: now, passwordChangedAt: now, breachAskedAt: now };
  const account = await createAccount(db, { passwordHash: SECRET, ...times, ...data });
  const { id: accountId } = account;
  const signedIn = await createSession(db, account, { authenticatedAt: now });
  const sessionId = signedIn.session.id;
  const where = { device: 'Firefox on Linux', network: '192.0.2.0/24' };
  const bytes = new Uint8Array(Buffer.from(SECRET));
  const expiresAt = new Date(now.getTime() + 600_000);
  await db.proofGrant.create({ data: { id: `${SECRET} ${accountId}`, sessionId, purpose: 'x', proof: 'current', passwordVersion: 0, expiresAt } });
  await db.passkeyChallenge.create({ data: { id: `${SECRET} ${accountId}`, challenge: SECRET, purpose: 'step-up', sessionId, expiresAt } });
  await db.oneTimeCode.create({ data: { id: `${SECRET} ${accountId}`, accountId, sessionId, purpose: 'change', expiresAt } });
  await db.securityEvent.create({ data: { accountId, at: now, kind: 'signed_in', ...where } });
  await db.appInstall.create({ data: { accountId, installId: 'a phone', platform: 'android', version: '9.1.0', seenAt: now } });
  await db.formerPassword.create({ data: { accountId, passwordHash: SECRET, replacedAt: now } });
  await db.knownDevice.create({ data: { id: SECRET, accountId, addedAt: now, lastUsedAt: now } });
  const { id: siteRevisionId } = await db.siteRevision.create({ data: { json: sampleSite as object, hash: SECRET, createdAt: now } });
  const editionNumber = 1_000 + (await db.edition.count());
  await db.edition.create({ data: { number: editionNumber, publishedAt: now, siteRevisionId } });
  await db.emergency.create({ data: { editionNumber, accountId, reason: 'Nobody else was there.', at: now } });
  await db.approvalKey.create({ data: { accountId, name: 'On my machine', secretHash: `${SECRET} ${accountId}`, createdAt: now, expiresAt } });
  await db.schedule.create({ data: { accountId, madeAt: now, at: now, zone: 'UTC' } });
  await db.keptForm.create({ data: { id: randomUUID(), accountId, json: { body: SECRET }, expiresAt: now } });
  await db.presence.create({ data: { draftId: await openDraftId(db), sessionId, accountId, writing: false, seenAt: now } });
  const passkey = { id: `${SECRET} ${accountId}`, publicKey: bytes, counter: 0n, transports: ['usb'], name: 'Kim’s key' };
  await db.passkey.create({ data: { accountId, ...passkey, addedAt: now, ...where } });
  await db.totpSecret.create({ data: { accountId, secret: bytes, addedAt: now, confirmedAt: now, ...where } });
  await db.recoveryCode.create({ data: { id: `${SECRET} ${accountId}`, accountId, addedAt: now, ...where } });
  const addresses = { fromEmail: 'before@tempo.example', fromKey: `before-${accountId}@tempo.example`, toEmail: account.email };
  await db.addressChange.create({ data: { accountId, ...addresses, at: now, passwordHash: SECRET, ...where } });
  await db.passwordChange.create({ data: { accountId, at: now, proof: 'current' } });
  await db.cohortMember.create({ data: { accountId, cohortId: 1 } });
  return { account, name: String(accountId), ...signedIn };
}

/** A draft to be seen in. */
async function openDraftId(db: PrismaClient): Promise<number> {
  const draft = { locale: 'en', source: '', savedAt: new Date(), post: { create: { kind: 'note', slug: randomUUID() } } } as const;
  return (await db.draft.create({ data: draft })).id;
}
