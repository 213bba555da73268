import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from './list-files.ts';

test('folders that link to each other are read by a bounded number of ways, and named', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'candor-links-'));
  const names = Array.from({ length: 9 }, (_, n) => `folder-${n}`);
  try {
    for (const name of names) await mkdir(join(dir, name));
    for (const from of names) for (const to of names.filter((name) => name !== from)) await symlink(`../${to}`, join(dir, from, to));
    const { files, unreadable } = await listFiles(dir);
    expect(files).toEqual([]);
    expect(unreadable.some(({ message }) => message.startsWith('More than 200 folders are reached by links.'))).toBe(true);
    expect(unreadable.length).toBeLessThan(2_000);
  } finally {
    await rm(dir, { recursive: true });
  }
});
