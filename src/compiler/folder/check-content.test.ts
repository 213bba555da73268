import { mkdir, rename, rm, symlink } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkContent } from './check-content.ts';
import { loneContent } from './lone-content.ts';
import { readContent } from './read-content.ts';
import type { Renderer } from '#compiler/render/renderer.ts';
import { factsSchema } from '#model/facts.ts';
import type { Locale } from '#paths';
import { sampleAdvisory, sampleFacts, sampleFiles, writeContent } from '#tests/support/sample-content.ts';
import { checkFiles } from '#tests/support/content/check-files.ts';
import { startTestRenderer } from '#tests/support/test-renderer.ts';

let renderer: Renderer;
beforeAll(async () => {
  renderer = startTestRenderer();
});
afterAll(() => renderer.close());

/** Findings of a folder in which `change` was made, as `file:line rule`. */
async function check(change: (files: Record<string, string | Uint8Array>) => void): Promise<string[]> {
  const files: Record<string, string | Uint8Array> = sampleFiles();
  change(files);
  return checkFiles(files, renderer);
}

const FACTS = 'incidents/access/incident.yaml';
const ADVISORY = 'incidents/access/advisory.en.mdx';
const replace = (file: string, from: string | RegExp, to: string) => (files: Record<string, string | Uint8Array>) => {
  const text = String(files[file]);
  expect(text).toMatch(from);
  files[file] = text.replace(from, to);
};

describe('a folder', () => {
  it('that is complete has no findings', async () => {
    expect(await check(() => undefined)).toEqual([]);
  });

  it('has the number of one incident on another: said of both, and of what is not live alone', async () => {
    const copy = (files: Record<string, string | Uint8Array>) => {
      for (const path of Object.keys(files).filter((name) => name.startsWith('incidents/access/')))
        files[path.replace('/access/', '/copied/')] = String(files[path]).replace(/^slug: access$/m, 'slug: copied');
    };
    const said = ['incidents/access/incident.yaml:2 facts/shared-notice', 'incidents/copied/incident.yaml:2 facts/shared-notice'];
    expect(await check(copy)).toEqual(said);
    const files = sampleFiles();
    copy(files);
    const live = { paths: new Set<string>(), has: () => false, facts: new Map([['access', factsSchema.parse(sampleFacts)]]) };
    expect(await checkFiles(files, renderer, live)).toEqual(said.slice(1));
  });

  it('lacks a locale: said at each file that is there', async () => {
    const found = await check((files) => delete files['incidents/access/updates/first.ar.mdx']);
    expect(found).toEqual(['incidents/access/updates/first.de.mdx:1 i18n/missing-locale', 'incidents/access/updates/first.en.mdx:1 i18n/missing-locale']);
  });

  it.each([
    ['another slug', ADVISORY, 'slug: access', 'slug: other', `${ADVISORY}:3 front-matter/slug`],
    ['another locale', ADVISORY, 'locale: en', 'locale: de', `${ADVISORY}:5 front-matter/locale`],
    [
      'an update without status',
      'incidents/access/updates/first.en.mdx',
      'status: monitoring\n',
      '',
      'incidents/access/updates/first.en.mdx:2 front-matter/missing',
    ],
    ['no such heading', ADVISORY, '## What you can do', '## What you might do', `${ADVISORY}:1 structure/missing-heading`],
    ['a heading twice', ADVISORY, '## What you can do', '## What happened', `${ADVISORY}:23 structure/duplicate-heading`],
    ['an empty section', ADVISORY, /## What you can do\n\n.*\n/, '## What you can do\n', `${ADVISORY}:23 structure/empty-section`],
    ['a cohort that there is not', ADVISORY, 'Lead.', '<Action cohort="nobody" />', `${ADVISORY}:9 facts/unknown-cohort`],
    ['a domain off the list', ADVISORY, 'Lead.', '[The map](https://map.example/)', `${ADVISORY}:9 link/untrusted-domain`],
    ['a host like ours', ADVISORY, 'Lead.', '[Our map](https://t3mpo.example/)', `${ADVISORY}:9 link/lookalike`],
    ['a host in another script that nobody named', ADVISORY, 'Lead.', '[The map](https://kärte.example/)', `${ADVISORY}:9 link/lookalike`],
    ['a phone number that is not the one called', ADVISORY, 'Lead.', '[+46 8 465 004 21](tel:+46846500422)', `${ADVISORY}:9 link/text-number-mismatch`],
    ['a phone number of a country that is not said', ADVISORY, 'Lead.', '[Call us](tel:0846500421)', `${ADVISORY}:9 link/scheme`],
    ['a mail to somebody else too', ADVISORY, 'Lead.', '[Write to us](mailto:a@tempo.example?cc=b@bank.example)', `${ADVISORY}:9 link/scheme`],
    ['an address between signs', ADVISORY, 'Lead.', '<https://authority.example>', `${ADVISORY}:9 mdx/html`],
    ['a vague link', ADVISORY, 'Lead.', '[here](https://tempo.example/)', `${ADVISORY}:9 link/vague-text`],
  ])('%s', async (_name, file, from, to, expected) => {
    expect(await check(replace(file, from, to))).toContain(expected);
  });

  it.each([
    ['a category in both lists', /category: password/, 'category: "email"', 'facts/contradiction', '"email"'],
    ['a fault of which nothing is said', /incidentType: data_accessed/, 'incidentType: vulnerability', 'facts/no-fault', 'incidentType'],
    ['an action for nobody', /cohort: android/, 'cohort: nobody', 'facts/unknown-cohort', 'cohort: nobody'],
    ['no store', /trustedStores:\n(?: .*\n)+/, 'trustedStores: []\n', 'action/untrusted-store', 'trustedStores'],
    ['an unknown field', /noticeId:/, 'noticeIdea:', 'facts/unknown-key', 'noticeIdea'],
    ['a time without its zone', /asOf: .*\n/, 'asOf: 2014-05-27T14:00:00\n', 'facts/value', 'asOf'],
    ['a control character by an escape', /We changed the keys\.$/m, '"We restored C:\\backup\\new"', 'facts/yaml', 'C:'],
    ['a tab by an escape', /We changed the keys\.$/m, '"We restored C:\\temp"', 'facts/yaml', 'C:'],
    ['an escape in a key', /en: Unauthorised access/, '"e\\_n": Unauthorised access', 'facts/yaml', 'Unauthorised'],
    ['an escaped mark of direction', /By monitoring\.$/m, '"By \\u202e monitoring"', 'text/bidi-control', '\\u202e'],
    ['an escaped NUL', /By monitoring\.$/m, '"By \\x00 monitoring"', 'text/nul', '\\x00'],
    ['an escaped half of a character', /By monitoring\.$/m, '"By \\ud800 monitoring"', 'text/not-utf-8', '\\ud800'],
    ['a title of two lines', /en: Unauthorised access/, 'en: "Unauthorised\\x0aaccess"', 'facts/value', 'Unauthorised'],
    ['a comment behind a title', /en: Unauthorised access/, 'en: Update #2 on the access', 'facts/comment', 'Update'],
    ['an anchor', /noticeId: /, 'noticeId: &a ', 'facts/alias', 'noticeId'],
  ])('facts with %s', async (_name, from, to, rule, near) => {
    let expected = 0;
    const found = await check((files) => {
      replace(FACTS, from, to)(files);
      expected =
        String(files[FACTS])
          .split('\n')
          .findIndex((line) => line.includes(near)) + 1;
    });
    expect(found).toContain(`${FACTS}:${expected} ${rule}`);
  });

  it.each([
    ['brand: Tempo', 'brand: "Tem\\x07po"', 'text/invisible'],
    ['phone: +46 000', 'phone: "+46\\x0a000"', 'site/value'],
    ['brand: Tempo', 'brand: "C:\\Tempo"', 'site/yaml'],
    ['brand: Tempo', 'brand: Tempo #1', 'site/comment'],
  ])('site.yaml with %s as %s', async (from, to, rule) => {
    expect(await check(replace('site.yaml', from, to))).toContainEqual(expect.stringMatching(new RegExp(`^site.yaml:\\d+ ${rule}$`)));
  });

  it('dates that nobody meant: more than a day ahead of what is told as past', async () => {
    const now = new Date('2014-05-27T15:00:00Z');
    const { dir, remove } = await writeContent(sampleFiles());
    const found = async (time: Date) =>
      (await checkContent(await readContent(dir, { shiftMs: 0, now: time }), renderer)).flatMap(({ findings }) =>
        findings.map(({ rule, line }) => `${line} ${rule}`),
      );
    try {
      expect(await found(now)).toEqual([]);
      expect(await found(new Date('2014-05-26T14:00:00Z'))).toEqual([]);
      const early = await found(new Date('2014-05-26T13:59:59Z'));
      expect(early.every((finding) => finding.endsWith('time/future'))).toBe(true);
      expect(early.length).toBe(11);
      // A plan and a promise lie ahead.
      expect(await checkContent(await readContent(dir, { shiftMs: 3_600_000, now }), renderer)).toSatisfy((results: { ok: boolean }[]) =>
        results.every(({ ok }) => ok),
      );
    } finally {
      await remove();
    }
    expect(await check(replace('incidents/access/updates/first.en.mdx', 'date: 2014', 'date: 2130'))).toContain(
      'incidents/access/updates/first.en.mdx:6 time/future',
    );
    expect(await check(replace(FACTS, 'detectedAt: 2014', 'detectedAt: 2130'))).toContainEqual(expect.stringMatching(/incident\.yaml:\d+ time\/future$/));
  });

  it('one error in incident.yaml or site.yaml is said once', async () => {
    const shown = (files: Record<string, string | Uint8Array>) =>
      ['en', 'de', 'ar'].forEach((locale) =>
        replace(
          `incidents/access/advisory.${locale}.mdx`,
          'Lead.',
          '<Platforms />\n\n[The map](https://authority.example/)\n\n[Google Play](https://play.google.com/)',
        )(files),
      );
    const broken = (from: RegExp, to: string, file: string) => check((files) => [shown, replace(file, from, to)].forEach((change) => change(files)));
    expect(await broken(/noticeId: .*/, 'noticeId: x', FACTS)).toEqual([`${FACTS}:2 facts/value`]);
    expect(await broken(/noticeId: .*/, 'noticeId: "x', FACTS)).toEqual([`${FACTS}:118 facts/yaml`]);
    expect(await broken(/brand: .*/, 'brand: ""', 'site.yaml')).toEqual(['site.yaml:1 site/value']);
    expect(await broken(/host: .*/, 'host: https://tempo.example', 'site.yaml')).toContain('site.yaml:3 site/value');
    expect(await broken(/^brand: .*/, '\t- brand', 'site.yaml')).toEqual(['site.yaml:1 site/yaml']);
    expect(await check((files) => [shown, () => delete files[FACTS]].forEach((change) => change(files)))).toEqual([`${ADVISORY}:1 facts/missing-incident`]);
  });

  it('an update that can’t be read does not make the incident unresolved', async () => {
    const found = await check((files) => {
      replace(FACTS, /nextUpdateBy: .*\n/, '')(files);
      for (const locale of ['en', 'de', 'ar']) replace(`incidents/access/updates/first.${locale}.mdx`, /title: .*/, 'title: ""')(files);
    });
    expect(new Set(found.map((finding) => finding.split(' ')[1]))).toEqual(new Set(['front-matter/value']));
  });

  it('a title of two lines, and one with a comment behind it', async () => {
    expect(await check(replace(ADVISORY, 'title: A title', 'title: "A\\x0atitle"'))).toContain(`${ADVISORY}:2 front-matter/value`);
    expect(await check(replace(ADVISORY, 'title: A title', 'title: Update #2 on the access'))).toContain(`${ADVISORY}:2 front-matter/comment`);
  });

  it('has a file in the wrong place, in the wrong bytes, too big', async () => {
    const found = await check((files) => {
      files['notes/Über.fr.mdx'] = 'x';
      files['notes/how-we-work.en.mdx'] = Buffer.concat([Buffer.from('---\ntitle: '), Buffer.from([0xc3, 0x28])]);
      files[ADVISORY] = 'x'.repeat(300_000);
    });
    expect(found).toContain('notes/Über.fr.mdx:1 structure/unknown-file');
    expect(found).toContain('notes/how-we-work.en.mdx:2 text/not-utf-8');
    expect(found).toContain(`${ADVISORY}:1 text/too-big`);
  });

  it('has no incident.yaml, or no advisory', async () => {
    expect(await check((files) => delete files[FACTS])).toContain(`${ADVISORY}:1 facts/missing-incident`);
    expect(await check((files) => ['en', 'de', 'ar'].forEach((locale) => delete files[`incidents/access/advisory.${locale}.mdx`]))).toContain(
      `${FACTS}:1 structure/missing-advisory`,
    );
  });

  it('promises when we speak next, until it is resolved', async () => {
    const silent = replace(FACTS, /nextUpdateBy: .*\n/, '');
    expect(await check(silent)).toEqual([`${FACTS}:1 facts/next-update`]);
    const resolved = (files: Record<string, string | Uint8Array>) =>
      ['en', 'de', 'ar'].forEach((locale) => replace(`incidents/access/updates/first.${locale}.mdx`, 'monitoring', 'resolved')(files));
    expect(await check((files) => [silent, resolved].forEach((change) => change(files)))).toEqual([]);
  });

  it('is read through links inside it; what leads out, in a circle or nowhere is named', async () => {
    const { dir, remove } = await writeContent(sampleFiles());
    const places = async () =>
      (await checkContent(await readContent(dir, { shiftMs: 0 }), renderer)).flatMap(({ file, findings }) =>
        findings.map(({ rule }) => `${file.slice(dir.length + 1)} ${rule}`),
      );
    try {
      const before = (await readContent(dir, { shiftMs: 0 })).files.length;
      await rename(`${dir}/incidents`, `${dir}/kept`);
      await symlink('kept', `${dir}/incidents`);
      expect((await readContent(dir, { shiftMs: 0 })).files).toHaveLength(before);
      expect(await places()).toEqual([]);
      await rm(`${dir}/incidents`);
      await symlink('/', `${dir}/incidents`);
      await rm(`${dir}/notes/how-we-work.ar.mdx`);
      await symlink('nowhere', `${dir}/notes/how-we-work.ar.mdx`);
      await mkdir(`${dir}/notes/a-folder.en.mdx`);
      await symlink('nowhere', `${dir}/notes/lost.en.mdx`);
      await symlink('..', `${dir}/notes/round`);
      expect((await places()).filter((place) => !place.startsWith('kept'))).toEqual([
        'incidents text/unreadable',
        'notes/a-folder.en.mdx text/unreadable',
        'notes/how-we-work.ar.mdx text/unreadable',
        'notes/lost.en.mdx text/unreadable',
        'notes/round text/unreadable',
      ]);
    } finally {
      await remove();
    }
  });

  it('without site.yaml is one sentence', async () => {
    expect(await check((files) => delete files['site.yaml'])).toEqual(['site.yaml:1 text/missing-file']);
  });

  it('is empty, or is not there', async () => {
    const [result] = await checkContent(await readContent('/nowhere/content', { shiftMs: 0 }), renderer);
    expect(result).toMatchObject({ file: '/nowhere/content/site.yaml', ok: false, findings: [{ rule: 'text/missing-file' }] });
  });
});

describe('a lone file', () => {
  async function lone(name: string, text: string) {
    const { dir, remove } = await writeContent({ [name]: text });
    try {
      return (await checkContent(await loneContent(`${dir}/${name}`), renderer))[0];
    } finally {
      await remove();
    }
  }

  const advisory = (locale: Locale) => sampleAdvisory(locale).replace('<Action cohort="android" />', 'Words.');

  it('renders in each locale without site and facts', async () => {
    for (const locale of ['en', 'de', 'ar'] as const) {
      const result = await lone('anything.mdx', advisory(locale));
      expect(result).toMatchObject({ ok: true, findings: [], source: { kind: 'advisory', locale } });
      expect(result?.result?.rendered?.sections.map((section) => section.key)).toEqual(['happened', 'information', 'doing', 'can_do', 'more']);
    }
  });

  it('is an advisory as soon as it has one of the five headings', async () => {
    const result = await lone('anything.mdx', advisory('en').replace('## What you can do', '## Else'));
    expect(result?.findings.map((finding) => finding.rule)).toEqual(['structure/missing-heading']);
  });

  it('is told that facts are missing', async () => {
    const result = await lone('anything.mdx', advisory('en').replace('Lead.', '<Platforms />'));
    expect(result).toMatchObject({ ok: true, findings: [{ rule: 'facts/no-incident', severity: 'warning', line: 9 }] });
  });
});
