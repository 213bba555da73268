import { quoted } from '#compiler/lint/quoted.ts';
import { NOTICES, type Rule } from '#compiler/lint/rule.ts';

/** A company by the end of its name; its words are bounded, so that a long line of capitals is read once. */
const COMPANY =
  /(?<![\p{L}\p{N}&.-])\p{Lu}[\p{L}\p{N}&’-]{0,40}(?: \p{Lu}[\p{L}\p{N}&’-]{0,40}){0,3},? (?:Inc|Ltd|LLC|LLP|Corp|PLC|GmbH|KGaA|AG|Oy|ApS|B\.V|S\.A|S\.r\.l|S\.L)(?![\p{L}\p{N}])/gu;

export const thirdPartyNamed: Rule = {
  id: 'claim/third-party-named',
  severity: 'error',
  waivable: 'reason',
  inFacts: true,
  on: NOTICES,
  *check({ text, facts, site }) {
    const fine = [...(facts?.allowedNames ?? []), ...(facts?.trustedStores ?? []).map(({ name }) => name), ...(site ? [site.legalName, site.brand] : [])]
      .filter((name) => name !== '')
      .map((name) => name.toLowerCase());
    for (const passage of text.passages) {
      if (passage.kind === 'code') continue;
      for (const { 0: words, index } of passage.text.matchAll(COMPANY)) {
        const lower = words.toLowerCase();
        if (fine.some((name) => lower.includes(name) || name.includes(lower))) continue;
        const at = { passage, from: index, to: index + words.length };
        yield { at, message: `${quoted(at)} is another company. Write "a supplier", or add the name to allowedNames once it may be said.` };
      }
    }
  },
};
