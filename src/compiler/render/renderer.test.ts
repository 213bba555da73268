import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { factsSchema } from '#model/facts.ts';
import { type Renderer, startRenderer } from './renderer.ts';
import { sampleAdvisory, sampleFacts, sampleSite } from '#tests/support/sample-content.ts';
import { note } from '#tests/support/content/note.ts';
import { startTestRenderer } from '#tests/support/test-renderer.ts';
import { TOOLCHAIN } from './toolchain.ts';

const facts = factsSchema.parse(sampleFacts);

describe('with facts', () => {
  let renderer: Renderer;
  beforeAll(async () => {
    renderer = startTestRenderer({ warm: 1 });
  });
  afterAll(() => renderer.close());

  const section = async (words: string, locale: 'en' | 'de' | 'ar' = 'en') => {
    const { findings, rendered } = await renderer.render({
      source: sampleAdvisory(locale).replace('Lead.', words),
      locale,
      kind: 'advisory',
      facts,
      site: sampleSite,
      folder: '/nowhere',
    });
    expect(findings).toEqual([]);
    return rendered?.lead ?? '';
  };

  it('writes times in words, with the zone, in each language', async () => {
    const time = '<Time at="2014-05-27T16:00:00+02:00" />';
    expect(await section(`A ${time}.`)).toContain('<p>A <time dateTime="2014-05-27T14:00Z">27 May 2014, 14:00 UTC</time>.');
    expect(await section(`A ${time}.`, 'de')).toContain('27. Mai 2014, 14:00 UTC');
    expect(await section(`A ${time}.`, 'ar')).toMatch(/27 مايو 2014.*14:00.*UTC/);
    expect(await section('A <Time at="2014-05-27T23:00:00Z" date />.')).toContain('<time dateTime="2014-05-27">27 May 2014</time>');
  });

  it('shows platforms, stores, data, measures, the next update, the statement and an action from the facts', async () => {
    const platforms = await section('<Platforms />');
    expect(platforms).toContain('Upgrade to <bdi>1.2.3</bdi>');
    expect(platforms).toContain('<bdi><a href="https://play.google.com/store">Google Play</a></bdi> or <bdi><a href="https://m.tempo.example/">');
    expect(platforms).toContain('Nothing to do');
    expect(await section('<TrustedStores />')).toContain('<bdi>play.google.com</bdi>');
    expect(await section('<DataInvolved />')).toContain('Email address (seen)');
    expect(await section('<Measures />', 'de')).toContain('Wir haben die Schlüssel ersetzt.');
    expect(await section('<NextUpdate />')).toContain('29 May 2014, 10:00 UTC');
    expect(await section('<Statement />')).toContain('We are sorry &lt;that&gt; this happened.');
    expect(await section('<Action cohort="android" />')).toContain('The new version has new keys.');
    expect(await section('<Action cohort="android">\n\nOur own words.\n\n</Action>')).not.toContain('The new version has new keys.');
  });

  it('cuts at second-level headings and gives each an id', async () => {
    const { rendered } = await renderer.render({
      source: note('Lead.\n\n## One & two\n\nA\n\n### Under\n\n## One & two\n\nB [up](#one-two)'),
      locale: 'en',
      kind: 'note',
      facts: null,
      site: null,
      folder: '/nowhere',
    });
    expect(rendered).toEqual({
      lead: '<p>Lead.</p>',
      sections: [
        { key: null, id: 'one-two', heading: 'One & two', html: '<p>A</p><h3>Under</h3>' },
        { key: null, id: 'one-two-2', heading: 'One & two', html: '<p>B <a href="#one-two">up</a></p>' },
      ],
    });
  });

  it('aligns a column without a style, which no page lets in', async () => {
    expect(await section('| a |\n| -: |\n| 1 |')).toContain('<td align="right">1</td>');
  });

  it('answers many at once, each its own', async () => {
    const leads = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        renderer.render({ source: note(`Number ${n}.`), locale: 'en', kind: 'note', facts: null, site: null, folder: '/nowhere' }),
      ),
    );
    expect(leads.map(({ rendered }) => rendered?.lead)).toEqual(Array.from({ length: 12 }, (_, n) => `<p>Number ${n}.</p>`));
  });
});

it('the toolchain names the installed versions', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
  expect(TOOLCHAIN).toContain(`mdx-bundler ${dependencies['mdx-bundler']}`);
  expect(TOOLCHAIN).toContain(`react ${dependencies.react}`);
  expect(TOOLCHAIN).toContain(`sharp ${dependencies.sharp}`);
});

describe('a child that misbehaves', () => {
  const path = join(tmpdir(), `candor-child-${process.pid}.mjs`);
  const input = { source: note('Text.'), locale: 'en', kind: 'note', facts: null, site: null, folder: '/nowhere' } as const;
  let renderer: Renderer | undefined;
  afterEach(async () => {
    await renderer?.close();
    await rm(path, { force: true });
  });

  /** A child that runs `onLine` for each request; `answer(text)` sends a lead. */
  async function startWith(onLine: string, options: { timeoutMs: number; warm: number } = { timeoutMs: 300, warm: 1 }): Promise<Renderer> {
    await writeFile(
      path,
      `import { createInterface } from 'node:readline';
      import { spawn } from 'node:child_process';
      const say = (message) => process.stdout.write(JSON.stringify(message) + '\\n');
      const answer = (lead) => say({ findings: [], pictures: [], rendered: { lead, sections: [] } });
      say({ ready: true });
      for await (const line of createInterface({ input: process.stdin })) { ${onLine} }`,
    );
    renderer = startRenderer({ childPath: path, ...options });
    return renderer;
  }

  it('has nothing of our environment', async () => {
    process.env.CANDOR_TEST_SECRET = 'x';
    const { render } = await startWith('answer(JSON.stringify(process.env))');
    expect(JSON.parse((await render(input)).rendered?.lead ?? '')).toEqual({ NODE_ENV: 'production', HOME: dirname(path) });
  });

  it('is too slow: killed with all that it started, and the next post gets another', async () => {
    const { render } = await startWith(`
      if (line.includes('slow')) { const { pid } = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)']); process.stderr.write(''); (await import('node:fs')).writeFileSync('${path}.pid', String(pid)); for (;;); }
      answer('fresh')`);
    expect(await render({ ...input, source: note('slow') })).toMatchObject({
      findings: [{ rule: 'mdx/too-slow', severity: 'error', line: 1 }],
      rendered: null,
    });
    const grandchild = Number(readFileSync(`${path}.pid`, 'utf8'));
    await rm(`${path}.pid`);
    await expect.poll(() => isRunning(grandchild)).toBe(false);
    expect((await render(input)).rendered?.lead).toBe('fresh');
  });

  it('is too slow: the same text is not tried again', async () => {
    const { render } = await startWith(`if (line.includes('slow')) for (;;); answer('fresh')`, { timeoutMs: 2_000, warm: 1 });
    const slow = { ...input, source: note('slow') };
    const first = await timed(render(slow));
    const again = await timed(render(slow));
    expect([first.done, again.done]).toMatchObject([{ findings: [{ rule: 'mdx/too-slow' }] }, { findings: [{ rule: 'mdx/too-slow' }] }]);
    expect(first.ms).toBeGreaterThan(1_900);
    expect(again.ms).toBeLessThan(1_900);
    expect((await render(input)).rendered?.lead).toBe('fresh');
  });

  it('is held, and so is every other: who comes with a short text waits for none of them', async () => {
    const { render } = await startWith(`if (line.includes('slow')) for (;;); answer('fresh')`, { timeoutMs: 8_000, warm: 2 });
    const named = (slug: string, body: string) => render({ ...input, source: note(body).replace('a-note', slug) });
    const slow = [named('one', 'slow'), named('two', 'slow')];
    expect((await Promise.race([render(input), ...slow])).rendered?.lead).toBe('fresh');
    await Promise.all(slow);
    // Once that is known of their texts, newer ones of them leave a child to others.
    const again = [named('one', 'slow 1'), named('two', 'slow 2')];
    expect((await Promise.race([render(input), ...again])).rendered?.lead).toBe('fresh');
    await Promise.all(again);
    expect((await named('one', 'short')).rendered?.lead).toBe('fresh');
  }, 40_000);

  it('dies: the post is refused, and the next gets another', async () => {
    const { render } = await startWith(`if (line.includes('die')) process.exit(134); answer('fresh')`);
    expect((await render({ ...input, source: note('die') })).findings).toMatchObject([{ rule: 'mdx/too-big' }]);
    expect((await render(input)).rendered?.lead).toBe('fresh');
  });

  it('floods: it is stopped', async () => {
    const { render } = await startWith(
      `if (line.includes('flood')) { process.stdout.write('x'.repeat(20_000_000)); await new Promise(() => {}); } answer('fresh')`,
    );
    expect((await render({ ...input, source: note('flood') })).rendered).toBeNull();
    expect((await render(input)).rendered?.lead).toBe('fresh');
  });

  it('is too slow with a picture, or dies of it: said at its place, and the next post gets another', async () => {
    const { render } = await startWith(`
      const { picture } = JSON.parse(line);
      if (picture === 'slow.png') for (;;);
      if (picture === 'deadly.png') process.exit(134);
      const names = ['slow.png', 'deadly.png'].filter((name) => line.includes(name));
      say({ findings: [], pictures: names.map((name) => ({ name, line: 3, column: 5 })), rendered: { lead: 'fresh', sections: [] } })`);
    for (const name of ['slow.png', 'deadly.png']) {
      const { findings, rendered } = await render({ ...input, source: note(name) });
      expect({ findings, rendered }).toMatchObject({ findings: [{ rule: 'image/too-large', line: 3, column: 5 }], rendered: null });
    }
    expect((await render(input)).rendered?.lead).toBe('fresh');
  });

  it('does not start: those who wait are told', async () => {
    await writeFile(path, 'process.exit(1)');
    renderer = startRenderer({ childPath: path, warm: 1 });
    await expect(renderer.render(input)).rejects.toThrow('did not start');
  });
});

async function timed<Done>(doing: Promise<Done>): Promise<{ done: Done; ms: number }> {
  const started = performance.now();
  return { done: await doing, ms: performance.now() - started };
}

/** A zombie that nobody has collected yet no longer runs. */
function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
