import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type Config, readConfig } from '#config';
import { withRenderer } from '#compiler/render/with-renderer.ts';
import { endOfSession } from '#domain/sessions/alive.ts';
import { hashPassword } from '#domain/credentials/password/password-hash.ts';
import { newTotpSecret, sealTotpSecret } from '#domain/credentials/totp/totp-secret.ts';
import { totpKey } from '#domain/credentials/totp/totp-step.ts';
import { activateAction } from '#domain/actions/activate-action.ts';
import { defineCohort } from '#domain/cohorts/define-cohort.ts';
import type { DoorContext } from '#domain/core/context.ts';
import { type Facts, factsSchema } from '#model/facts.ts';
import { publishContent } from '#domain/publishing/publish.ts';
import { pushContent } from '#domain/publishing/push.ts';
import type { PrismaClient } from '#generated/prisma/client.ts';
import { openDatabase } from '#domain/core/postgres/database.ts';
import { builtProof } from '#server/built-proof.ts';
import { CODE_FIRST, COHORTS, PEOPLE, type SamplePerson } from './accounts.ts';
import type { SampleAccount } from './data.ts';
import { wordsPassword } from './words.ts';

const DAY_MS = 86_400_000;

/** Fills an empty database with the story of content/: its people, its posts, and who is asked for what. */
export async function tellStory(env: Record<string, string>): Promise<SampleAccount[]> {
  const config = readConfig(env);
  const { db, close } = openDatabase(config.databaseUrl);
  const context = (): DoorContext => ({
    actor: { kind: 'operator', as: 'demo', reason: 'the demo’s story' },
    db,
    config,
    requestId: randomUUID(),
    renderEdition: builtProof(config.url.origin),
  });
  try {
    const accounts: SampleAccount[] = [];
    const ids = new Map<string, string>();
    for (const sample of PEOPLE) {
      const password = wordsPassword();
      const email = `${sample.key}@tempo.example`;
      ids.set(sample.key, String(await createSample(db, sample, email, await hashPassword(password))));
      const totp = sample.roles.length > 0 ? await enrol(db, config, ids.get(sample.key) as string) : null;
      accounts.push({ key: sample.key, email, password, roles: sample.roles, story: sample.story, ...(totp !== null && { totp }) });
    }
    const { texts, site } = await withRenderer((renderer) => pushContent({ ...context(), renderer }, {}));
    await publishContent(context(), { texts, site });
    for (const incident of await db.incident.findMany({ orderBy: { detectedAt: 'asc' }, include: { facts: { orderBy: { id: 'desc' }, take: 1 } } })) {
      await ask(context, incident.slug, factsSchema.parse(incident.facts[0]?.json), ids);
    }
    return accounts;
  } finally {
    await close();
  }
}

/** An account of two years, whose sessions are older than anything that is asked of it. */
async function createSample(db: PrismaClient, { roles, market, installs, devices }: SamplePerson, email: string, passwordHash: string): Promise<bigint> {
  const now = Date.now();
  const daysAgo = (days: number) => new Date(now - days * DAY_MS);
  const where = (index: number) => ({ device: devices[index] as string, network: `198.51.${100 + index}.0/24` });
  const { id } = await db.account.create({
    data: {
      email,
      emailKey: email,
      passwordHash,
      changes: { create: { at: daysAgo(400), proof: 'current' } },
      passwordVersion: 1,
      lastSignInAt: devices.length > 0 ? daysAgo(5) : null,
      market,
      locale: 'en',
      roles,
      createdAt: daysAgo(730),
      demo: true,
      installs: { create: installs.map((install, index) => ({ ...install, installId: `demo-${index}`, seenAt: daysAgo(1) })) },
    },
  });
  for (const index of devices.keys()) {
    const [at, secret] = [daysAgo(5 + 9 * index), randomBytes(32)];
    // Nobody holds this secret: the session can be seen and ended, and not used.
    await db.session.create({
      data: {
        id: createHash('sha256').update(secret).digest('hex'),
        accountId: id,
        createdAt: at,
        authenticatedAt: at,
        lastSeenAt: daysAgo(3),
        expiresAt: endOfSession({ roles, half: false, now: at }),
        ...where(index),
      },
    });
    await db.securityEvent.create({ data: { accountId: id, at, kind: 'signed_in', ...where(index) } });
  }
  return id;
}

/** Gives staff an authenticator app, as old as the account. Answers its key, base32. */
async function enrol(db: PrismaClient, config: Config, id: string): Promise<string> {
  const [accountId, at, secret] = [BigInt(id), new Date(Date.now() - 730 * DAY_MS), newTotpSecret()];
  const app = { addedAt: at, confirmedAt: at, device: 'Chrome on Android', network: '198.51.100.0/24' };
  await db.totpSecret.create({ data: { accountId, secret: sealTotpSecret(config.secret, accountId, secret), ...app } });
  return totpKey(secret);
}

/** Binds accounts to the cohorts that the facts name, then asks them for what the facts say. */
async function ask(context: () => DoorContext, incidentSlug: string, facts: Facts, ids: Map<string, string>): Promise<void> {
  const counts = new Map<string, number>();
  for (const { name, dataInvolved } of facts.cohorts) {
    const accountIds = (COHORTS[name] ?? []).map((key) => ids.get(key) as string);
    const { size } = await defineCohort(context(), { incidentSlug, name, accountIds, dataInvolved, toldFirst: false });
    counts.set(name, size);
  }
  const upgrade = facts.platforms.find(({ action }) => action === 'upgrade');
  for (const { cohort, kind, rollout } of facts.actions) {
    const proof = CODE_FIRST.includes(cohort) ? 'email_code' : 'current';
    const version = kind === 'upgrade_app' && upgrade ? { platform: upgrade.platform, fixedVersion: upgrade.fixedVersion } : {};
    await activateAction(context(), { incidentSlug, cohort, count: counts.get(cohort) ?? 0, kind, proof, ...version, ...rollout });
  }
}
