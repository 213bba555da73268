import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { readGivenIn } from '#config';
import { checkContent } from '#compiler/folder/check-content.ts';
import type { CheckResult } from '#compiler/folder/check-result.ts';
import { loneContent } from '#compiler/folder/lone-content.ts';
import { readContent } from '#compiler/folder/read-content.ts';
import { countRenders } from '#compiler/render/count-renders.ts';
import type { Renderer } from '#compiler/render/renderer.ts';
import { toDocument } from '#compiler/render/to-document.ts';
import { withRenderer } from '#compiler/render/with-renderer.ts';
import { showProgress } from '#bin/commands/show-progress.ts';

interface CheckOptions {
  json?: true;
  html?: true;
  content: string;
}

const EXAMPLE = `
Examples:
  candor content check                                   the whole folder
  candor content check incidents/*/advisory.en.mdx       some of its files, from where the command is given`;

export function contentCheck(content: Command): void {
  content
    .command('check')
    .description('prove every file of content/, or the files named; needs no database')
    .argument('[files...]', 'files to check; a file outside any content folder is checked alone')
    .option('--json', 'one line of JSON a file, which is named by its whole path')
    .option('--html', 'add what each post would render')
    .addOption(new Option('--content <dir>', 'the content folder').env('CANDOR_CONTENT').default(resolve('content'), 'content'))
    .addHelpText('after', EXAMPLE)
    .action((files: string[], options: CheckOptions) =>
      withRenderer(async (renderer) => {
        const results = files.length === 0 ? await checkFolder(resolve(readGivenIn(), options.content), renderer()) : await checkFiles(files, renderer());
        for (const result of results) console.log(options.json ? toJson(result, options) : toText(result, options));
        if (!options.json) console.log(summary(results));
        if (results.some((result) => !result.ok)) process.exitCode = 1;
      }),
    );
}

/** All of it; what takes longer than a second says how far it has come. */
async function checkFolder(dir: string, renderer: Renderer): Promise<CheckResult[]> {
  const content = await readContent(dir, { shiftMs: 0 });
  const postsAndPages = content.files.length + (content.siteFile?.pages.length ?? 0);
  const progress = showProgress(process.stderr);
  try {
    return await checkContent(
      content,
      countRenders(renderer, (done) => progress.show('Proving posts', done, postsAndPages)),
    );
  } finally {
    progress.end();
  }
}

/** In the order of the arguments, each by its whole path. */
async function checkFiles(files: string[], renderer: Renderer): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const path of new Set(files.map((file) => resolve(readGivenIn(), file)))) {
    const root = contentRoot(path);
    const inFolder = root ? await checkContent(await readContent(root, { shiftMs: 0 }), renderer, new Set([path])) : [];
    results.push(...(inFolder.length > 0 ? inFolder : await checkContent(await loneContent(path), renderer)));
  }
  return results;
}

/** The content folder that a path stands in, by its shape and the `site.yaml` at its top. */
function contentRoot(path: string): string | null {
  for (let dir = dirname(path), up = 0; up < 4; dir = dirname(dir), up += 1) {
    if (existsSync(join(dir, 'site.yaml'))) return dir;
  }
  return null;
}

function htmlOf({ result }: CheckResult): string | null {
  return result?.rendered ? toDocument(result.rendered) : null;
}

function toJson(result: CheckResult, { html }: CheckOptions): string {
  const { file, ok, findings } = result;
  return JSON.stringify({ file, ok, findings, ...(html ? { html: htmlOf(result) } : {}) });
}

function toText(result: CheckResult, { html }: CheckOptions): string {
  const lines = result.findings.map(({ rule, severity, line, column, message }) => `${result.file}:${line}:${column}  ${severity}  ${rule}\n    ${message}`);
  const rendered = html ? htmlOf(result) : null;
  return [...(lines.length > 0 ? lines : [`${result.file}  ok`]), ...(rendered ? [rendered] : [])].join('\n');
}

function summary(results: CheckResult[]): string {
  const count = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
  const findings = results.flatMap((result) => result.findings);
  const of = (severity: string) => count(findings.filter((finding) => finding.severity === severity).length, severity);
  return `${count(results.length, 'file')}, ${of('error')}, ${of('warning')}.`;
}
