import type { Rule } from '#compiler/lint/rule.ts';
import { fold } from '#compiler/lint/text/fold.ts';
import { translator } from '#ui/translator.ts';

export const platformSilent: Rule = {
  id: 'scope/platform-silent',
  severity: 'error',
  waivable: 'reason',
  on: ['advisory'],
  *check({ text, facts, book, locale }) {
    if (!facts?.platforms.some(({ action }) => action === 'upgrade') || text.components.some(({ node }) => node.name === 'Platforms')) return;
    const t = translator(locale);
    const said = text.passages.map((passage) => passage.text.toLowerCase()).join('\n');
    for (const { platform } of facts.platforms) {
      const name = t(`word.platform.${platform}`);
      if (!said.includes(fold(name, book.words).text.toLowerCase()))
        yield { at: null, message: `The text says nothing to people on ${name}. Add <Platforms />, or a line for each platform: also "nothing to do" is one.` };
    }
  },
};
