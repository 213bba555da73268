import { expect, test, vi } from 'vitest';
import { SAMPLE_VIEWS } from '#tests/support/sample-account.ts';
import { sampleSite } from '#tests/support/sample-incident.ts';

vi.mock('#documents/shell/site-options.ts', () => ({
  readSiteOptions: async () => ({ stylesheet: { css: '@media screen and (prefers-color-scheme: dark){a{b:c}}@media print{d{e:f}}', hash: '' } }),
}));
const { previewAccountDocument, previewNotice } = await import('./preview-document.ts');
const options = { url: 'http://localhost:3000', look: 'dark' } as const;

test('an account page is the customer’s own, marked as a sample, in one look, and nothing of it runs or is sent', async () => {
  const { html, csp } = await previewAccountDocument({ view: SAMPLE_VIEWS.affected, site: sampleSite, locale: 'de', marked: 'Ein Muster.' }, options);
  expect(html).toMatch(/^<!doctype html><html lang="de"/);
  expect(html.match(/<!doctype/g)).toHaveLength(1);
  expect(html).toMatch(/<main[^>]*><p class="note" role="status">Ein Muster\.<\/p>/);
  expect(html).toContain('@media screen{a{b:c}}');
  expect(html).not.toContain('<script');
  expect(csp).toMatch(/form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin/);
  expect(csp).not.toContain('allow-scripts');
});

test('a page that says why there is no picture has its sentence, in its reader’s language and direction', async () => {
  const { html } = await previewNotice({ site: sampleSite, locale: 'ar', title: 'لا شيء <b>', text: 'بعد' }, options);
  expect(html).toContain('dir="rtl"');
  expect(html).toContain('<h1>لا شيء &lt;b&gt;</h1>');
});
