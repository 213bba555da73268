import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { frameOf } from '#documents/shell/frame.ts';
import type { OutsideView } from '#domain/review-links/read-outside.ts';
import { LOCALES } from '#paths';
import { sampleSite } from '#tests/support/sample-incident.ts';
import { CodePage } from './code-page.tsx';
import { GonePage } from './gone-page.tsx';
import { ReadPage } from './read-page.tsx';
import { ShownCodePage } from './shown-code-page.tsx';

const at = '2026-11-29T01:00:00Z';
const HOSTILE = '<script>alert(1)</script>';
const view: OutsideView = {
  forWhom: HOSTILE,
  expiresAt: at,
  locale: 'ar',
  title: HOSTILE,
  lines: ['---', HOSTILE],
  changes: [{ kind: 'link', was: null, is: HOSTILE, line: 2, checked: 'elsewhere' }],
  comments: [{ id: 7, line: 2, text: `${HOSTILE}\nTwo.`, at }],
  seen: 'ab12',
};

describe.each(LOCALES)('in %s', (locale) => {
  const frame = frameOf({ site: sampleSite, locale, css: '', path: '/review' });
  const typed = { line: '9', text: HOSTILE };

  test('what people wrote is text, and nothing runs', () => {
    const made = { id: 1, submission: 3, code: 'c'.repeat(43), forWhom: HOSTILE, locale, expiresAt: at };
    const pages = [
      ReadPage({ frame, view, refused: null }),
      ReadPage({ frame, view, refused: { reason: 'line_none', field: 'line', typed } }),
      ShownCodePage({ frame, made, origin: 'https://security.example.org' }),
      CodePage({ frame, error: 'wrong' }),
      GonePage({ frame, over: 'decided' }),
    ].map((page) => renderToStaticMarkup(page));
    for (const html of pages) expect(html).not.toContain('<script');
    expect(pages[0]).toContain('value="ab12"');
    expect(pages[1]).toContain('value="9"');
    expect(pages[1]).toContain('href="#line"');
    expect(pages[2]).toContain(`https://security.example.org${locale === 'en' ? '' : `/${locale}`}/review`);
  });

  test('a link that shows nothing any more names no text', () => {
    for (const over of ['over', 'revoked', 'replaced', 'decided'] as const) expect(renderToStaticMarkup(GonePage({ frame, over }))).not.toContain('iframe');
  });
});
