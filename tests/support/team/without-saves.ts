import type { Page } from 'playwright-core';

/** Opens a page again in which no save arrives whose address ends so, not even the last one of a window that goes: that one passes by a route. Answers what ends it. */
export async function withoutSaves(page: Page, ending: string): Promise<() => Promise<void>> {
  await page.addInitScript((end) => {
    const real = window.fetch;
    window.fetch = (to, init) => {
      const isLost = init?.method === 'POST' && String(to).endsWith(end) && sessionStorage.getItem('saves') === null;
      return isLost ? Promise.reject(new TypeError('Failed to fetch')) : real(to, init);
    };
  }, ending);
  await page.reload();
  await page.locator('.save-state').waitFor();
  return () => page.evaluate(() => sessionStorage.setItem('saves', 'arrive'));
}
