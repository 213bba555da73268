import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkContent } from '#compiler/folder/check-content.ts';
import type { CheckResult } from '#compiler/folder/check-result.ts';
import { loneContent } from '#compiler/folder/lone-content.ts';
import { readContent } from '#compiler/folder/read-content.ts';
import { pictureReader } from './read-pictures.ts';
import type { Renderer } from './renderer.ts';
import { sampleFiles, writeContent } from '#tests/support/sample-content.ts';
import { samplePhoto, samplePicture, samplePictureBomb, samplePictureThatMoves } from '#tests/support/sample-pictures.ts';
import { note } from '#tests/support/content/note.ts';
import { startTestRenderer } from '#tests/support/test-renderer.ts';

const POST = 'notes/how-we-work.en.mdx';
let renderer: Renderer;
beforeAll(async () => {
  renderer = startTestRenderer({ warm: 1 });
});
afterAll(() => renderer.close());

/** What is found in the English note when its last line, line 9, says `text`, among `files`. */
async function check(text: string, files: Record<string, string | Uint8Array> = {}, before?: (dir: string) => Promise<void>): Promise<CheckResult> {
  const all: Record<string, string | Uint8Array> = { ...sampleFiles(), ...files };
  all[POST] = String(all[POST]).replace('A note.', text);
  const { dir, remove } = await writeContent(all);
  try {
    await before?.(dir);
    const [result] = await checkContent(await readContent(dir, { shiftMs: 0 }), renderer, new Set([join(dir, POST)]));
    return result as CheckResult;
  } finally {
    await remove();
  }
}

const places = ({ findings }: CheckResult) => findings.map(({ line, column, rule }) => `${line}:${column} ${rule}`);

describe('a picture', () => {
  it('stands beside its post or in a folder there, and is shown by its hash with its size', async () => {
    const red = await samplePicture();
    const text = 'See ![A plan](./plan.png), ![again](plan.png) and ![the rest][rest].\n\n[rest]: pictures/rest.webp "Two floors"';
    const files = { 'notes/plan.png': red, 'notes/pictures/rest.webp': await sharp(red).negate().webp().toBuffer() };
    const { ok, findings, result } = await check(text, files);
    expect({ ok, findings }).toEqual({ ok: true, findings: [] });
    expect(result?.pictures.map(({ width, height }) => [width, height])).toEqual([
      [4, 2],
      [4, 2],
    ]);
    const [plan, rest] = result?.pictures.map(({ hash }) => hash) ?? [];
    const rendered = result?.rendered?.lead;
    expect(rendered).toContain(`See <img src="/pictures/${plan}.webp" alt="A plan" width="4" height="2" loading="lazy" decoding="async"/>, <img`);
    expect(rendered).toContain(`<img src="/pictures/${rest}.webp" alt="the rest" title="Two floors"`);
    expect(rendered?.split(`${plan}`)).toHaveLength(3);
  });

  it.each(['jpeg', 'avif'] as const)('may be of the kind %s', async (kind) => {
    const file = `plan.${kind}`;
    expect(
      await check(`![A plan](${file})`, {
        [`notes/${file}`]: await sharp(await samplePicture())
          [kind]()
          .toBuffer(),
      }),
    ).toMatchObject({ findings: [] });
  });

  it('is made anew: upright, no wider than the column needs, without place and camera', async () => {
    const photo = await samplePhoto();
    expect(await sharp(photo).metadata()).toMatchObject({ width: 2000, height: 1000, orientation: 6 });
    expect(photo.toString('latin1')).toContain('Camera of a person');
    const { result } = await check('![A wall](wall.jpg)', { 'notes/wall.jpg': photo });
    const [picture] = result?.pictures ?? [];
    expect(picture).toMatchObject({ width: 1000, height: 2000 });
    const made = await sharp(picture?.bytes ?? undefined).metadata();
    expect(made).toMatchObject({ format: 'webp', width: 1000, height: 2000 });
    expect([made.exif, made.xmp, made.icc, made.orientation]).toEqual([undefined, undefined, undefined, undefined]);
    expect(picture?.bytes?.toString('latin1')).not.toContain('Camera of a person');
    const wide = await check('![A wall](wall.png)', { 'notes/wall.png': await samplePicture({ width: 3000, height: 30 }) });
    expect(wide.result?.pictures[0]).toMatchObject({ width: 1360, height: 14 });
  });

  it('that several posts ask for at the same time is read once, and read again later', async () => {
    let asked = 0;
    const ask = async () => {
      asked += 1;
      return { encoded: { hash: `hash ${asked}`, width: 4, height: 2, base64: '' } };
    };
    const read = pictureReader({ ask, close: async () => undefined });
    const hashOf = async (folder: string, name: string) => (await read(folder, [{ name, line: 1, column: 1 }])).pictures[name]?.hash;
    const asking = [hashOf('/a', 'plan.png'), hashOf('/a', './plan.png'), hashOf('/b', 'plan.png')];
    expect(await Promise.all(asking)).toEqual(['hash 1', 'hash 1', 'hash 2']);
    expect(await hashOf('/a', 'plan.png')).toBe('hash 3');
  });

  it('of a lone file stands in the folder of that file', async () => {
    const text = note('![A plan](plan.png)');
    const { dir, remove } = await writeContent({ 'anything.mdx': text, 'plan.png': await samplePicture(), 'alone/anything.mdx': text });
    const found = async (name: string) => (await checkContent(await loneContent(join(dir, name)), renderer)).flatMap(places);
    expect(await found('anything.mdx')).toEqual([]);
    expect(await found('alone/anything.mdx')).toEqual(['8:1 image/missing']);
    await remove();
  });
});

describe('a picture is refused at its place', () => {
  it('when it is not there', async () => {
    const result = await check('See ![A plan](./plan.png) here.\n\n![again][p]\n\n[p]: plan.png');
    expect(result).toMatchObject({ ok: false, result: { rendered: null, pictures: [] } });
    expect(places(result)).toEqual(['9:5 image/missing', '11:1 image/missing']);
    expect(result.findings[0]?.message).toContain('"plan.png"');
  });

  it('and every other fault of the text is said with it', async () => {
    expect(places(await check('![A plan](plan.png) {1}'))).toEqual(['9:1 image/missing', '9:21 mdx/expression']);
  });

  const broken: [name: string, bytes: () => Promise<string | Uint8Array>, rule: string][] = [
    ['a text with another name', async () => 'This is no picture.', 'image/unreadable'],
    ['empty', async () => '', 'image/unreadable'],
    [
      'a drawing with another name',
      async () => '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="4" height="4"/></svg>',
      'image/drawing',
    ],
    ['a page with another name', async () => '<!doctype html><script>alert(1)</script>', 'image/unreadable'],
    ['moving', samplePictureThatMoves, 'image/moving'],
    [
      'a GIF with another name',
      async () =>
        sharp(await samplePicture())
          .gif()
          .toBuffer(),
      'image/unreadable',
    ],
    ['cut off', async () => (await samplePicture({ width: 900, height: 900 })).subarray(0, 1500), 'image/unreadable'],
    ['a bomb', samplePictureBomb, 'image/too-large'],
    ['over 5 MiB', async () => Buffer.concat([await samplePicture(), Buffer.alloc(5 * 1024 * 1024)]), 'image/too-large'],
  ];
  it.each(broken)('when it is %s', async (_name, bytes, rule) => {
    expect(places(await check('![A plan](plan.png)', { 'notes/plan.png': await bytes() }))).toEqual([`9:1 ${rule}`]);
  });

  it.each(['https://tempo.example/plan.png', '../plan.png', './../plan.png', '/plan.png', '//plan.png', 'plan.svg', '.\\\\plan.png'])(
    'when it is %s',
    async (url) => {
      expect(places(await check(`![A plan](${url})`, { 'plan.png': await samplePicture() }))).toContain('9:1 image/not-local');
    },
  );

  it('when it leads out of the folder', async () => {
    const leave = (dir: string) => symlink(join(dir, 'plan.png'), join(dir, 'notes/plan.png'));
    expect(places(await check('![A plan](plan.png)', { 'plan.png': await samplePicture() }, leave))).toEqual(['9:1 image/not-local']);
  });
});
