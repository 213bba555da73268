import { checkContent, type Live } from '#compiler/folder/check-content.ts';
import { readContent } from '#compiler/folder/read-content.ts';
import type { Renderer } from '#compiler/render/renderer.ts';
import { writeContent } from '../sample-content.ts';

/** What a check says of a folder of files, as `file:line rule`. */
export async function checkFiles(files: Record<string, string | Uint8Array>, renderer: Renderer, live?: Live): Promise<string[]> {
  const { dir, remove } = await writeContent(files);
  try {
    const results = await checkContent(await readContent(dir, { shiftMs: 0 }), renderer, undefined, live);
    const untrue = results.filter((result) => result.ok === result.findings.some((finding) => finding.severity === 'error'));
    if (untrue.length > 0) throw new Error('A file is ok when none of its findings is an error.');
    return results.flatMap(({ file, findings }) => findings.map(({ line, rule }) => `${file.slice(dir.length + 1)}:${line} ${rule}`));
  } finally {
    await remove();
  }
}
