import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const SOURCE = readFile('node_modules/axe-core/axe.min.js', 'utf8');

/** WCAG 2.2 A and AA on the page as it stands, and no sideways scrolling. The page's context must bypass its policy, or axe can't run. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(await SOURCE);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(options: unknown): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
    };
    const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
    return {
      violations: violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary.slice(0, 300)}`)),
      wide,
    };
  });
  expect(found, page.url()).toEqual({ violations: [], wide: false });
}
