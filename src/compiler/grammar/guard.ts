import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { oddities } from '#compiler/text/characters.ts';
import type { Finding } from '#compiler/text/finding.ts';
import { definitionsOf } from './definitions-of.ts';
import { checkElement } from './elements.ts';
import { checkImage } from './images.ts';
import { checkLink } from './links/check-link.ts';
import type { GuardPolicy } from './policy.ts';
import type { Report } from './report.ts';
import { referencesOf } from './place-pictures.ts';
import { checkStructure } from './structure.ts';
import { wordOf } from './vocabulary.ts';

/** Of one post. Nobody reads more, and a hostile text could make one a word. */
const MAX_FINDINGS = 200;

/** Of one post: each is decoded, and its bytes are held until it is pushed. */
const MAX_PICTURES = 40;

/** First in the chain: reads the tree as written and reports everything that is not of the closed grammar. Nothing is evaluated. */
export function guard(tree: Root, policy: GuardPolicy): Finding[] {
  const findings: Finding[] = [];
  const report: Report = (rule, node, message, severity = 'error', waivable) => {
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    findings.push({ rule, severity, line, column, message, ...(waivable && { waivable }) });
  };
  const targets = definitionsOf(tree);

  visit(tree, (node, _index, parent) => {
    const { value, alt, title, url, lang, meta } = node as Partial<Record<'value' | 'alt' | 'title' | 'url' | 'lang' | 'meta', string | null>>;
    const attributes = 'attributes' in node ? node.attributes.map((attribute) => (typeof attribute.value === 'string' ? attribute.value : '')) : [];
    for (const text of [value, alt, title, url, lang, meta, ...attributes]) {
      for (const { rule, message } of oddities(text ?? '', 1)) report(rule, node, message);
    }
    switch (node.type) {
      case 'mdxjsEsm':
        return report('mdx/import-export', node, 'A post can’t import or export. Remove this line; if it is text, begin the line with another word.');
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return report('mdx/expression', node, 'Braces begin a program, and a post has none. Write the words themselves, or "\\{" for a brace.');
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        if (policy.kind !== 'page' || !wordOf(node.name ?? '')) return checkElement(node, policy.cohorts, report);
        return report('mdx/unknown-component', node, `A page of site.yaml shows no components, and <${node.name}> is one. Write its words themselves.`);
      case 'html':
        return report('mdx/html', node, 'Raw HTML is not part of a post. Use Markdown or one of the components.');
      case 'link':
        return checkLink(node, node, policy, report);
      case 'linkReference':
        return checkLink(node, targets.get(node.identifier) ?? { url: '' }, policy, report);
      case 'image':
      case 'imageReference':
        if (policy.kind === 'page')
          return report('image/not-local', node, 'A page of site.yaml shows no pictures. Say it in words, or write a note that shows the picture.');
        return checkImage(node, node.type === 'image' ? node : (targets.get(node.identifier) ?? { url: '' }), report);
      case 'heading':
        if (parent !== tree) report('structure/nested-heading', node, 'A heading can’t stand inside a list, a quote or a component. Move it out.');
        return;
      default:
        return;
    }
  });
  const [tooMany] = referencesOf(tree).slice(MAX_PICTURES);
  if (tooMany) report('image/too-many', { position: { start: tooMany } }, `A post holds up to ${MAX_PICTURES} pictures. Leave some out, or split it.`);
  checkStructure(tree, policy, report);
  const inOrder = (list: Finding[]) => list.sort((a, b) => a.line - b.line || a.column - b.column);
  const errorsFirst = inOrder(findings).sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
  return inOrder(errorsFirst.slice(0, MAX_FINDINGS));
}
