import { factsSchema } from '#model/facts.ts';
import { RULES } from '#compiler/lint/rules.ts';
import { inEach, type RuleExamples, testExamples } from '#tests/support/lint/examples.ts';
import { sampleFacts } from '#tests/support/sample-content.ts';

const published = factsSchema.parse(sampleFacts);
const grown = { peopleAffected: { kind: 'exact' as const, n: 3, asOf: published.peopleAffected.asOf } };
const more = { dataInvolved: [...published.dataInvolved, { category: 'phone' as const, effect: 'seen' as const, evidence: 'confirmed' as const }] };
const words = { en: 'x' };
const corrected = { corrections: [{ at: '2014-05-29T10:00:00Z', was: words, now: words, why: words }] };
const unknown = { ...published, peopleAffected: { kind: 'unknown' as const, asOf: published.peopleAffected.asOf }, dataInvolved: [] };

const examples: Record<string, RuleExamples> = {
  'correction/silent-edit': inEach(
    [
      { text: 'A.', published, facts: grown },
      { text: 'A.', published, facts: more },
      { text: 'A.', published, facts: { dataNotInvolved: [] } },
      { text: 'A.', published, facts: { detectedAt: '2014-05-24T08:00:00Z' } },
      { text: 'A.', published, facts: { actions: [] } },
      { text: 'A.', published: { ...published, ...corrected }, facts: { ...grown, ...corrected } },
    ],
    [
      { text: 'A.', published, facts: {} },
      { text: 'A.', facts: grown },
      { text: 'A.', published, facts: { ...grown, ...corrected } },
      { text: 'A.', published: unknown, facts: grown },
      { text: 'A.', published, facts: { detectedAt: '2014-05-23T10:00:00+02:00', asOf: '2014-05-30T00:00:00Z' } },
    ],
  ),
  'correction/scope-grew': {
    en: {
      fails: [
        { text: 'We told one account.', published, facts: grown },
        { text: 'Email of 3 people.', published, facts: more },
        { text: '## A\n\n3 people.', published, facts: grown },
      ],
      passes: [
        { text: 'It is about 3 accounts.', published, facts: grown },
        { text: 'Phone numbers too.', published, facts: more },
        { text: 'A.', published: unknown, facts: grown },
        'A.',
      ],
    },
    de: { fails: [{ text: 'Ein Konto.', published, facts: grown }], passes: [{ text: 'Es geht um drei Konten.', published, facts: grown }] },
    ar: { fails: [{ text: 'حساب واحد.', published, facts: grown }], passes: [{ text: 'الأمر يخص 3 حسابات.', published, facts: grown }] },
  },
};

testExamples(
  RULES.filter(({ id }) => id.startsWith('correction/')),
  examples,
);
