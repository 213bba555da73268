import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { Report } from './report.ts';
import { VOCABULARY, wordOf } from './vocabulary.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

type Element = MdxJsxFlowElement | MdxJsxTextElement;

/** One element of the post: a component of the vocabulary, with literal attributes that it knows. */
export function checkElement(node: Element, cohorts: readonly string[] | null, report: Report): void {
  const name = node.name ?? '';
  const word = wordOf(name);
  if (!word) {
    checkExpressions(node, report);
    if (name === '') return report('mdx/html', node, 'An empty tag <> is not part of a post. Remove it.');
    if (/^[a-z]/.test(name)) return report('mdx/html', node, `<${name}> is raw HTML, which is not part of a post. Use Markdown or one of the components.`);
    return report('mdx/unknown-component', node, `There is no component <${name}>. Use one of ${Object.keys(VOCABULARY).join(', ')}.`);
  }
  checkExpressions(node, report);
  const seen = new Set<string>();
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || isExpression(attribute)) continue;
    const attributeName = attribute.name;
    const place = attribute.position ? attribute : node;
    const kind = Object.hasOwn(word.attributes, attributeName) ? word.attributes[attributeName] : undefined;
    if (!kind) report('mdx/attribute', place, `<${name}> has no attribute "${attributeName}". Remove it.`);
    else if (seen.has(attributeName)) report('mdx/attribute', place, `"${attributeName}" stands twice. Remove one.`);
    else if (kind === 'flag' && attribute.value !== null) report('mdx/attribute', place, `"${attributeName}" stands alone, without a value.`);
    else if (kind !== 'flag' && typeof attribute.value !== 'string') report('mdx/attribute', place, `"${attributeName}" needs a value in quotes.`);
    else if (kind === 'instant' && !(INSTANT.test(String(attribute.value)) && !Number.isNaN(Date.parse(String(attribute.value))))) {
      report('mdx/attribute', place, `"${attributeName}" must be a time with its zone, like "2014-05-27T14:00:00Z".`);
    } else if (attributeName === 'cohort' && cohorts && !cohorts.includes(String(attribute.value))) {
      report(
        'facts/unknown-cohort',
        place,
        `incident.yaml has no cohort "${String(attribute.value)}". ${cohorts.length > 0 ? `It has ${cohorts.join(', ')}.` : 'It has none.'}`,
      );
    }
    seen.add(attributeName);
  }
  for (const required of word.required) {
    if (!node.attributes.some((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === required))
      report('mdx/attribute', node, `<${name}> needs the attribute "${required}".`);
  }
  if (!word.content && node.children.length > 0) report('mdx/content', node, `<${name}/> holds no text of its own. Close it in itself: <${name} />.`);
  if (node.type === 'mdxJsxTextElement' && !word.inline) report('mdx/inline', node, `<${name}> can’t stand inside a sentence. Put it on lines of its own.`);
  if (word.facts && !cohorts)
    report('facts/no-incident', node, `<${name}> reads incident.yaml, and this file is not in an incident’s folder. It will show nothing.`, 'warning');
}

function checkExpressions(node: Element, report: Report): void {
  for (const attribute of node.attributes) {
    const place = attribute.position ? attribute : node;
    if (attribute.type === 'mdxJsxExpressionAttribute')
      report('mdx/expression', place, 'Attributes can’t be spread from a program. Write each with a value in quotes.');
    else if (isExpression(attribute)) report('mdx/expression', place, `The value of "${attribute.name}" is a program. Write it in quotes.`);
  }
}

function isExpression(attribute: MdxJsxAttribute): boolean {
  return typeof attribute.value === 'object' && attribute.value !== null;
}
