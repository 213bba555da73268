import type { HoldingWord } from '#locales/templates.ts';
import { type Facts, PLATFORMS, type Text } from '#model/facts.ts';
import { toTheMinute } from './to-the-minute.ts';

/** By when the holding notice promises to speak again, in milliseconds: the longest that a notice may be silent while the cause is unknown. */
const PROMISE_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;

/** Facts that can be told before anything is known: each unknown is an honest sentence. `detectedAt` (ISO 8601) is when somebody noticed, `now` where it is left out. */
export function holdingFacts(say: (word: HoldingWord) => Text, { noticeId, now, detectedAt }: { noticeId: string; now: Date; detectedAt?: string }): Facts {
  const at = toTheMinute(now);
  const since = detectedAt ?? at;
  return {
    incidentType: 'data_accessed',
    noticeId,
    title: say('title'),
    // ISO 3166 keeps it free for what is unknown.
    markets: ['ZZ'],
    asOf: at,
    detectedAt: since,
    occurred: { from: since, to: at, certainty: 'unknown' },
    howFound: say('howFound'),
    cause: { known: false, text: say('cause') },
    dataInvolved: [],
    dataNotInvolved: [],
    evidenceLooked: { sources: say('sources'), from: since, to: at, gaps: say('gaps') },
    peopleAffected: { kind: 'unknown', asOf: at },
    likelyConsequences: [],
    measures: [{ at, state: 'doing', text: say('measure') }],
    cohorts: [],
    notAffected: { basis: say('notAffected') },
    actions: [],
    interimAdvice: say('interimAdvice'),
    platforms: PLATFORMS.map((platform) => ({ platform, action: 'none' })),
    trustedStores: [],
    nextUpdateBy: toTheMinute(new Date(Math.floor((now.getTime() + PROMISE_MS) / HOUR_MS) * HOUR_MS)),
    signedBy: { role: say('role') },
    statement: say('statement'),
    corrections: [],
  };
}
