import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DoorContext } from '#domain/core/context.ts';
import { previewDraft } from '#domain/drafts/preview-draft.ts';
import { approve } from '#domain/review/approve.ts';
import { readPublishable } from '#domain/publishing/approved/read-publishable.ts';
import { readSubmission } from '#domain/review/read-submission.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { samplePhoto, samplePicture, samplePictureBomb, samplePictureThatMoves } from '#tests/support/sample-pictures.ts';
import { ADVISORY, type Desk, deskDatabase, NOTE, openDesk } from '#tests/support/team/desk.ts';
import { addPicture } from './add-picture.ts';
import { dropPicture } from './drop-picture.ts';
import { listPictures } from './list-pictures.ts';
import { readPicture } from './read-picture.ts';

let database: TestDatabase;
let desk: Desk;
let author: DoorContext;
let draft: number;
let folder: { post: number; ofUpdates: boolean };
beforeAll(async () => {
  database = await deskDatabase();
  desk = openDesk(database.db);
  author = await desk.member('author');
  draft = await desk.open(author, NOTE);
  const { postId } = await database.db.draft.findUniqueOrThrow({ where: { id: draft } });
  folder = { post: postId, ofUpdates: false };
}, 60_000);
afterAll(async () => {
  await database?.close();
});

const file = (bytes: Uint8Array | Buffer, name = 'Plan of 3 May.PNG') => ({ name, bytes: new Uint8Array(bytes) });
const add = async (more: Partial<Parameters<typeof addPicture>[1]> = {}, ctx = author) =>
  addPicture(ctx, { folder, name: '', alt: { en: 'A plan' }, file: file(await samplePicture()), instead: '', ...more });
const named = async (name: string) => (await listPictures(author, { folder })).pictures.find((picture) => picture.name === name);

describe('a picture is added', () => {
  test('as WebP, without what the camera wrote, under a name made of its file’s', async () => {
    const { name, hash, outcome } = await add({
      file: file(await samplePhoto(), 'Überblick (Büro).jpeg'),
      alt: { en: ' An  office ', de: 'Ein Büro', ar: '' },
    });
    expect([name, outcome]).toEqual(['uberblick-buro.jpeg', 'new']);
    const bytes = Buffer.from((await readPicture(author, { hash })).bytes);
    expect(bytes.subarray(8, 12).toString()).toBe('WEBP');
    expect(bytes.toString('latin1')).not.toMatch(/Camera of a person|GPS|Exif/);
    expect(await named(name)).toMatchObject({ alt: { en: 'An office', de: 'Ein Büro' }, width: 1000, height: 2000, usedIn: [], kept: false });
  });

  test('once, however often it is sent; and what was said of it is kept', async () => {
    await add({ name: 'twice.png' });
    const again = await Promise.all([add({ name: 'twice.png', alt: { de: 'Ein Plan' } }), add({ name: 'twice.png', alt: { de: 'Ein Plan' } })]);
    expect(again.map(({ outcome }) => outcome)).toEqual(['same', 'same']);
    expect((await named('twice.png'))?.alt).toEqual({ en: 'A plan', de: 'Ein Plan' });
  });

  test('by one of two who come with another under one name; the other is asked, and may replace the one that they saw', async () => {
    const [one, two] = [await samplePicture({ colour: '#123456' }), await samplePicture({ colour: '#654321' })];
    const tried = await Promise.allSettled([one, two].map((bytes) => add({ name: 'race.png', file: file(bytes) })));
    expect(tried.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(tried.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'conflict', reason: 'name_taken' } });
    const before = (await named('race.png'))?.hash as string;
    const third = file(await samplePicture({ colour: '#abcdef' }));
    expect(await add({ name: 'race.png', file: third, instead: before })).toMatchObject({ outcome: 'replaced' });
    // What they saw is not there any more.
    await expect(add({ name: 'race.png', file: file(one), instead: before })).rejects.toMatchObject({ reason: 'name_taken' });
  });

  test.each<[string, () => Promise<Uint8Array | Buffer | string>, string]>([
    ['a drawing', async () => '<svg xmlns="http://www.w3.org/2000/svg"/>', 'picture_drawing'],
    ['a page', async () => '<html><script>alert(1)</script></html>', 'picture_unreadable'],
    ['nothing', async () => '', 'picture_missing'],
    ['cut off', async () => (await samplePicture({ width: 900, height: 900 })).subarray(0, 1500), 'picture_unreadable'],
    ['a bomb', samplePictureBomb, 'picture_large'],
    ['one that moves', samplePictureThatMoves, 'picture_moving'],
    ['more than may be', async () => Buffer.alloc(5 * 1024 * 1024 + 1), 'picture_large'],
  ])('never, when it is %s', async (_name, bytes, key) => {
    const before = await database.db.picture.count();
    await expect(add({ name: 'bad.png', file: file(Buffer.from(await bytes())) })).rejects.toMatchObject({ kind: 'invalid', fields: { picture: key } });
    expect(await database.db.picture.count()).toBe(before);
  });

  test('never without words for it, without a name, or to a text that nobody writes', async () => {
    await expect(add({ alt: { en: ' ' } })).rejects.toMatchObject({ fields: { alt: 'picture_alt' } });
    await expect(add({ file: file(await samplePicture(), 'صورة.png') })).rejects.toMatchObject({ fields: { name: 'picture_name_missing' } });
    await expect(add({ name: '../plan.png' })).rejects.toMatchObject({ fields: { name: 'picture_name' } });
    await expect(add({ name: 'new.png', folder: { post: 999_999, ofUpdates: false } })).rejects.toMatchObject({ kind: 'not_found' });
    await expect(add({}, await desk.member('responder'))).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('a picture in a text', () => {
  test('is seen in the preview before anything is published, and is not thrown away', async () => {
    const { hash } = await add({ name: 'shown.png', file: file(await samplePicture({ colour: '#0f0' })) });
    await desk.write(author, draft, (text) => `${text}\n![A plan](./shown.png)\n`);
    const previewed = await previewDraft(author, { id: draft });
    expect(JSON.stringify(previewed?.edition.posts[0]?.texts.en)).toContain(`/pictures/${hash}.webp`);
    expect(await named('shown.png')).toMatchObject({ usedIn: [{ locale: 'en', draft }] });
    await expect(dropPicture(author, { folder, name: 'shown.png', hash })).rejects.toMatchObject({ reason: 'picture_used' });
  });

  test('that was approved and becomes another one voids the approval, and whoever changed it has a part', async () => {
    const [approver, other] = [await desk.member('approver'), await desk.member('approver', 'author')];
    const text = await desk.open(author, ADVISORY);
    const { postId } = await database.db.draft.findUniqueOrThrow({ where: { id: text } });
    const place = { folder: { post: postId, ofUpdates: false }, name: 'map.png' };
    const { hash } = await add(place);
    await desk.write(author, text, (source) => source.replace('\n## What happened', '\n![A map](map.png)\n\n## What happened'));
    const submission = await desk.submit(author, text);
    const { sourceHash, factsHash } = await readSubmission(approver, { id: submission });
    await approve(approver, { submission, sourceHash, factsHash });
    const canGo = async () => JSON.stringify((await readPublishable(approver, { id: submission })) ?? null);
    const before = await canGo();
    await addPicture(other, { ...place, alt: { en: 'A map' }, file: file(await samplePicture({ colour: '#00f' })), instead: hash });
    expect(await canGo()).not.toBe(before);
    const newest = await database.db.revision.findFirstOrThrow({ where: { postId, updateId: null, locale: 'en' }, orderBy: { id: 'desc' } });
    expect(newest.sourceHash).not.toBe(sourceHash);
    if (other.actor.kind === 'account') expect(newest.authorIds).toContain(other.actor.accountId);
    // Submitted again as it is, it is that revision.
    const again = await desk.submit(author, text);
    expect(await database.db.submission.findUniqueOrThrow({ where: { id: again } })).toMatchObject({ revisionId: newest.id });
  });
});

describe('a picture that nothing names', () => {
  test('is thrown away with its bytes, once, by who saw it', async () => {
    const { hash } = await add({ name: 'gone.png', file: file(await samplePicture({ colour: '#ff0' })) });
    await expect(dropPicture(author, { folder, name: 'gone.png', hash: 'f'.repeat(64) })).rejects.toMatchObject({ reason: 'picture_gone' });
    await dropPicture(author, { folder, name: 'gone.png', hash });
    await expect(dropPicture(author, { folder, name: 'gone.png', hash })).rejects.toMatchObject({ reason: 'picture_gone' });
    await expect(readPicture(author, { hash })).rejects.toMatchObject({ kind: 'not_found' });
  });

  test('is not meant where the name is the end of a longer one', async () => {
    await desk.write(author, draft, (text) => `${text}\n![A big plan](./big-small.png)\n`);
    await add({ name: 'small.png', file: file(await samplePicture({ colour: '#f0f' })) });
    expect(await named('small.png')).toMatchObject({ usedIn: [] });
    await add({ name: 'big-small.png', file: file(await samplePicture({ colour: '#f0e' })) });
    expect(await named('big-small.png')).toMatchObject({ usedIn: [{ locale: 'en' }] });
  });
});

test('of many who send at once some wait for the decoder, and the rest come again', async () => {
  const bytes = await samplePicture({ width: 1200, height: 1200 });
  const tried = await Promise.allSettled(Array.from({ length: 9 }, async (_, index) => add({ name: `many-${index}.png`, file: file(bytes) })));
  const refused = tried.filter(({ status }) => status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  for (const { reason } of refused as PromiseRejectedResult[]) expect(reason).toMatchObject({ kind: 'too_many' });
  expect(await add({ name: 'after.png' })).toMatchObject({ outcome: 'new' });
});
