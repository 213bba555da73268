import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, BlockList } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleFiles, writeContent } from '#tests/support/sample-content.ts';
import { samplePicture } from '#tests/support/sample-pictures.ts';
import { EDITION_CHANNEL } from '#domain/publishing/make-edition.ts';
import { publishContent } from '#domain/publishing/publish.ts';
import { pushContent } from '#domain/publishing/push.ts';
import { operator, testConfig, testContext } from '#tests/support/context.ts';
import { waitFor } from '#scripts/support/wait-for.ts';
import { testDatabase } from '#tests/support/database.ts';
import { siteOptionsFixture } from '#tests/support/edition-fixture.ts';
import { openDatabase } from '#domain/core/postgres/database.ts';
import { withoutBytes } from '#edition/edition-change.ts';
import { startEditionMaker } from '#server/app/edition-maker.ts';
import { createFront } from '#server/front/create-front.ts';
import { type HeldEdition, openHeldEdition } from '#server/front/held-edition.ts';

let server: Server;
let origin: string;
let host: Shown;
let dataDir: string;
let database: Awaited<ReturnType<typeof testDatabase>>;
/** What the app logged. */
const lines: string[] = [];
let picture: { hash: string; bytes: Uint8Array };

interface Shown {
  edition: HeldEdition;
  database: () => string | undefined;
  close(): Promise<void>;
}

/** The front's edition and the app's maker of it, over a database that answers, or over none. */
async function start(databaseUrl: string): Promise<Shown> {
  const used = openDatabase(databaseUrl);
  const log = pino({ level: 'info' }, { write: (line) => void lines.push(line) });
  const edition = openHeldEdition(dataDir, log);
  const held = edition.bundle();
  const maker = startEditionMaker({
    databaseDirectUrl: databaseUrl,
    db: used.db,
    log,
    options: siteOptionsFixture(),
    held: held && withoutBytes(held, held.documents.values()),
    async publish({ documents, ...change }) {
      edition.take({ kind: 'documents', documents });
      edition.take({ kind: 'edition', change });
    },
    onDatabase: async () => undefined,
  });
  await maker.asked;
  return {
    edition,
    database: () => maker.database()?.state,
    async close() {
      await maker.close();
      await edition.settled();
      await used.close();
    },
  };
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'candor-data-'));
  database = await testDatabase();
  const files: Record<string, string | Uint8Array> = sampleFiles();
  files['notes/how-we-work.en.mdx'] = String(files['notes/how-we-work.en.mdx']).replace('A note.', '![A plan](plan.png)');
  files['notes/plan.png'] = await samplePicture();
  const { dir, remove } = await writeContent(files);
  const ctx = testContext(database.db, operator, { config: testConfig({ contentDir: dir, demo: true }) });
  const { texts, site } = await pushContent(ctx, {});
  await publishContent(ctx, { texts, site });
  await remove();
  picture = await database.db.picture.findFirstOrThrow();
  host = await start(database.url);
  let front: ReturnType<typeof createFront>;
  server = createServer((request, response) => front(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  front = createFront({
    url: new URL(origin),
    trustedProxies: new BlockList(),
    bundle: () => host.edition.bundle(),
    plainRefusals: {},
    probes: new Map(),
    handOn: async () => false,
    ask: async () => null,
    log: { answered: () => undefined, handedOn: () => undefined },
    dev: false,
  });
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await host.close();
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
});

const ask = (init: RequestInit = {}) => fetch(`${origin}/pictures/${picture.hash}.webp`, init);

test('a picture is served as it is, for ever', async () => {
  const answer = await ask({ headers: { 'accept-encoding': 'gzip, br' } });
  expect(answer.status).toBe(200);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(picture.bytes));
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/webp',
    'content-length': String(picture.bytes.length),
    'cache-control': 'public, max-age=31536000, immutable',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
    etag: expect.stringMatching(/^"[\w-]{22}"$/),
  });
  for (const absent of ['content-encoding', 'vary', 'set-cookie']) expect(answer.headers.has(absent), absent).toBe(false);
});

test('HEAD has its headers and no body; who has it already gets 304', async () => {
  const head = await ask({ method: 'HEAD' });
  expect([head.status, head.headers.get('content-length'), (await head.arrayBuffer()).byteLength]).toEqual([200, String(picture.bytes.length), 0]);
  const again = await ask({ headers: { 'if-none-match': head.headers.get('etag') as string } });
  expect([again.status, again.headers.get('cache-control')]).toEqual([304, 'public, max-age=31536000, immutable']);
});

test('another address of a picture is a page that is not kept for ever', async () => {
  const answer = await fetch(`${origin}/pictures/${'0'.repeat(64)}.webp`);
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, expect.not.stringContaining('immutable')]);
  expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
});

test('the page shows the picture, and its policy lets it', async () => {
  const page = await fetch(`${origin}/blog/how-we-work`);
  expect(await page.text()).toContain(`<img src="/pictures/${picture.hash}.webp" alt="A plan" width="4" height="2"`);
  expect(page.headers.get('content-security-policy')).toContain("img-src data: 'self'");
});

test('an edition that can’t be loaded or made leaves what is held, and is no fault of the database', async () => {
  const { db } = database;
  const { number } = host.edition.bundle() ?? { number: 0 };
  const broken = await db.siteRevision.create({ data: { json: { brand: 7 }, hash: 'broken', createdAt: new Date() } });
  await db.edition.create({ data: { number: number + 1, publishedAt: new Date(), siteRevisionId: broken.id } });
  await db.$executeRaw`SELECT pg_notify(${EDITION_CHANNEL}, '')`;
  await waitFor(
    async () => lines.some((line) => line.includes(`Edition ${number + 1} can’t be loaded: its site`)),
    5_000,
    () => lines.join(''),
  );
  expect([host.edition.bundle()?.number, host.database()]).toEqual([number, 'up']);
  expect((await ask()).status).toBe(200);
  await db.edition.delete({ where: { number: number + 1 } });
});

test('without a database it comes from the disk', async () => {
  await host.close();
  host = await start('postgres://nobody@127.0.0.1:1/none');
  expect(host.database()).toBe('down');
  const answer = await ask({ headers: { 'accept-encoding': 'gzip, br' } });
  expect([answer.status, answer.headers.get('content-encoding')]).toEqual([200, null]);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(picture.bytes));
});
