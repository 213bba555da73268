import type { Rule } from '#compiler/lint/rule.ts';
import { isEuropean } from './european.ts';

const HOUR_MS = 3_600_000;

/** Within how long an authority is told: GDPR article 33, Resolution 15/2024 of the ANPD (three working days, counted as five). */
const authorityHours = (market: string) => (isEuropean(market) ? 72 : market === 'BR' ? 5 * 24 : null);
/** Within how long people are told: California Civ. Code 1798.82 (30 days). */
const peopleHours = (market: string) => (market === 'US-CA' ? 30 * 24 : null);

export const delayReason: Rule = {
  id: 'legal/delay-reason',
  severity: 'error',
  waivable: 'reason',
  on: ['advisory'],
  *check({ facts, date }) {
    if (!facts || facts.dataInvolved.length === 0 || facts.delayReason) return;
    const detected = Date.parse(facts.detectedAt);
    // Of an authority that is not named nobody knows when it was told.
    const authority = Math.min(...(facts.authorities ?? []).map(({ notifiedAt }) => Date.parse(notifiedAt)));
    const people = Date.parse(date ?? '');
    const late = facts.markets.flatMap((market) => [
      ...over(market, authorityHours(market), authority - detected),
      ...over(market, peopleHours(market), people - detected),
    ])[0];
    if (late)
      yield { at: null, message: `The law of ${late.market} wants word within ${late.within} hours of the finding. It was later: say why in delayReason.` };
  },
};

function over(market: string, within: number | null, ms: number): { market: string; within: number }[] {
  return within !== null && Number.isFinite(ms) && ms > within * HOUR_MS ? [{ market, within }] : [];
}
