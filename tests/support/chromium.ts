import { accessSync, constants } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { run } from '#scripts/support/run.ts';

/** Unpacked once a version; the package takes any `chromium` that it finds in TMPDIR, so the folder is named after it. */
const HOME = resolve('node_modules/.cache/chromium');

/** Starts the Chromium that npm installed. */
export async function launchChromium(): Promise<Browser> {
  const folder = await unpacked();
  const env = { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') } as Record<string, string>;
  const options = { executablePath: join(folder, 'chromium'), args: ['--no-sandbox', '--font-render-hinting=none', '--disable-gpu'], headless: true };
  try {
    return await chromium.launch({ ...options, env });
  } catch (error) {
    if (!String(error).includes('shared libraries')) throw error;
    // A machine without NSS and its kin: the package brings them.
    return chromium.launch({ ...options, env: { ...env, LD_LIBRARY_PATH: await unpackedLibraries(folder) } });
  }
}

/** A page of its own context; `errors` gathers what the console and the page complained of. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<{ page: Page; errors: string[]; close(): Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB', timezoneId: 'UTC', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  return { page, errors, close: () => context.close() };
}

async function unpacked(): Promise<string> {
  const { version } = JSON.parse(await readFile('node_modules/@sparticuz/chromium/package.json', 'utf8')) as { version: string };
  const folder = join(HOME, version);
  if (isWhole(folder)) return folder;
  await rm(folder, { recursive: true, force: true });
  await mkdir(HOME, { recursive: true });
  const making = await mkdtemp(join(HOME, 'new-'));
  await unpackInto(making, `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`);
  if (!isWhole(making)) throw new Error(`@sparticuz/chromium ${version} unpacked no program. It is for Linux on x64; install again with npm ci.`);
  await writeFile(join(making, 'fonts.conf'), fontsConf(folder));
  // Whole or not at all; another process may have been quicker.
  await rename(making, folder).catch(() => rm(making, { recursive: true, force: true }));
  return folder;
}

function isWhole(folder: string): boolean {
  try {
    accessSync(join(folder, 'chromium'), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function unpackedLibraries(folder: string): Promise<string> {
  const archive = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin', 'al2023.tar.br');
  await unpackInto(folder, `import { inflate } from '@sparticuz/chromium'; await inflate(${JSON.stringify(archive)});`);
  return join(folder, 'al2023', 'lib');
}

/** The package unpacks into TMPDIR. In a process of its own: whatever else runs in this one keeps its temporary folder. */
async function unpackInto(folder: string, script: string): Promise<void> {
  await run(process.execPath, ['--input-type=module', '--eval', script], { TMPDIR: folder });
}

/** The packaged font first, so that pictures look the same everywhere; the system's for scripts that it lacks. */
function fontsConf(folder: string): string {
  const families = ['sans-serif', 'system-ui', 'ui-sans-serif'].map(
    (family) => `<alias binding="same"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`,
  );
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/fonts-cache</cachedir>${families.join('')}</fontconfig>
`;
}
