import { randomUUID } from 'node:crypto';
import { type Config, readConfig } from '#config';
import { proveEdition } from '#documents/prove-edition.ts';
import type { Actor, DoorContext } from '#domain/core/context.ts';
import type { PrismaClient } from '#generated/prisma/client.ts';
import { siteOptionsFixture } from './edition-fixture.ts';
import { sharedRenderer } from './test-renderer.ts';

/** What a test's process would read from its environment; `set` are more of its variables. */
export function testConfig(overrides: Partial<Config> = {}, set: Record<string, string> = {}): Config {
  const environment = {
    CANDOR_URL: 'http://localhost:3000',
    DATABASE_URL: 'postgres://unused',
    CANDOR_SECRET: 'a-secret-that-only-the-tests-know-0123',
    BREACHED_PASSWORDS_URL: 'off',
    LOG_LEVEL: 'silent',
  };
  return { ...readConfig({ ...environment, ...set }), ...overrides };
}

const renderEdition = proveEdition(async () => siteOptionsFixture());

/** The context of one request in a test: at the database's time, unless the test says when. */
export function testContext(db: PrismaClient, actor: Actor = { kind: 'visitor' }, overrides: Partial<Omit<DoorContext, 'actor' | 'db'>> = {}): DoorContext {
  return { actor, db, config: testConfig(), requestId: randomUUID(), renderEdition, renderer: sharedRenderer, ...overrides };
}

export const visitor: Actor = { kind: 'visitor' };
export const operator: Actor = { kind: 'operator', as: 'test', reason: 'a test' };
export const system: Actor = { kind: 'system', job: 'test' };
