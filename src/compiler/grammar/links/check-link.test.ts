import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Renderer } from '#compiler/render/renderer.ts';
import { factsSchema } from '#model/facts.ts';
import { sampleAdvisory, sampleFacts, sampleSite } from '#tests/support/sample-content.ts';
import { startTestRenderer } from '#tests/support/test-renderer.ts';

let renderer: Renderer;
beforeAll(async () => {
  renderer = startTestRenderer({ warm: 1 });
});
afterAll(() => renderer.close());

const facts = factsSchema.parse(sampleFacts);
const said = (link: string) =>
  renderer.render({ source: sampleAdvisory('en').replace('Lead.', link), locale: 'en', kind: 'advisory', facts, site: sampleSite, folder: '/nowhere' });

it.each([
  '[authority.example](https://www.authority.example/)',
  '[Our page](https://help.tempo.example/)',
  '[the store](https://play.google.com/x)',
  '[mail us](mailto:press@tempo.example)',
  '[your account](/account)',
  '[above](#happened)',
  '[the rest](https://tempo.example/advisories/access#can-do)',
  '[what the press may quote](#_press)',
  '[data.protection@tempo.example](mailto:data.protection@tempo.example)',
  '[write to data.protection@tempo.example, please](mailto:data.protection@tempo.example)',
  '[https://help.tempo.example/a.b/](https://help.tempo.example/a.b)',
  '[/advisories](/advisories)',
  '[www.authority.example](https://authority.example/)',
  '[authority.example:8443](https://authority.example:8443/)',
  '[+46 8 465 004 21](tel:+46846500421)',
  '[call +46 (0)8-465 004 21](tel:+46-8-46500421)',
  '[0046 8 465 004 21](tel:+46846500421)',
  '[08-465 004 21](tel:+46846500421)',
  '[tel:+46846500421](tel:+46846500421)',
  '[zürich.example](https://zürich.example/)',
  '[zürich.example](https://xn--zrich-kva.example/)',
  '[xn--zrich-kva.example](https://zürich.example/)',
  '[Our guide.pdf](/advisories)',
])('allows %s', async (link) => {
  expect((await said(link)).findings).toEqual([]);
});

it.each([
  ['[tempo.example](https://authority.example/)', 'error'],
  ['[the page of tempo.example itself](https://authority.example/)', 'error'],
  ['[Tempo.Example](https://authority.example/)', 'error'],
  ['[bank.example](https://authority.example/)', 'error'],
  ['[https://bank.example/a](/advisories)', 'error'],
  ['[see www.bank.example now](/advisories)', 'error'],
  ['[press@bank.example](mailto:press@tempo.example)', 'error'],
  ['[press@tempo.example](mailto:security@tempo.example)', 'error'],
  ['[press@bank.example](/advisories)', 'error'],
  ['[https://192.0.2.1/a](/advisories)', 'error'],
  ['[https://intranet](/advisories)', 'error'],
  ['[zürich.example](/advisories)', 'error'],
  ['[Meldung vom 17.November](/advisories)', 'warning'],
  ['[17.November](/advisories)', 'warning'],
  ['[ASP.NET](/advisories)', 'warning'],
  ['[One sentence.Another one](/advisories)', 'warning'],
])('another host in the words is certain or a guess: %s is an %s', async (link, severity) => {
  const { findings } = await said(link);
  expect(findings.filter(({ rule }) => rule.startsWith('link/'))).toMatchObject([{ rule: 'link/text-domain-mismatch', severity, line: 9 }]);
});

it('a domain off the list of site.yaml may stand if an approver lets it, and where nobody knows the list it only warns', async () => {
  const [listed] = (await said('[The map](https://map.example/)')).findings;
  expect(listed).toMatchObject({ rule: 'link/untrusted-domain', severity: 'error', waivable: 'reason' });
  const source = sampleAdvisory('en').replace('Lead.', '[The map](https://map.example/)');
  const { findings } = await renderer.render({ source, locale: 'en', kind: 'advisory', facts, site: null, folder: '/nowhere' });
  expect(findings).toMatchObject([{ rule: 'link/untrusted-domain', severity: 'warning' }]);
});
