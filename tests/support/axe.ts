import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const SOURCE = readFile('node_modules/axe-core/axe.min.js', 'utf8');

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Of the team's pages in a test file, by their titles: who has many open finds each. */
const pages = new Map<string, string>();

/** WCAG 2.2 A and AA on the page as it stands, in light and in dark, a title that no other page of the team has, and no sideways scrolling. The page's context must bypass its policy, or axe can't run. */
export async function expectAccessible(page: Page): Promise<void> {
  const [title, path] = [await page.title(), new URL(page.url()).pathname];
  expect(title).not.toBe('');
  if (path.startsWith('/studio')) expect(pages.get(title) ?? path, title).toBe(path);
  pages.set(title, path);
  await page.evaluate(await SOURCE);
  await page.emulateMedia({ colorScheme: 'light' });
  await expectNothing(page, RULES);
  await page.emulateMedia({ colorScheme: 'dark' });
  // The colours are all that changes.
  await expectNothing(page, ['color-contrast']);
}

async function expectNothing(page: Page, runOnly: string[]): Promise<void> {
  const found = await page.evaluate(async (rules) => {
    const { axe } = window as unknown as {
      axe: { run(options: unknown): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
    };
    const { violations } = await axe.run({ runOnly: rules });
    const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
    return {
      violations: violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary.slice(0, 300)}`)),
      wide,
    };
  }, runOnly);
  expect(found, page.url()).toEqual({ violations: [], wide: false });
}
