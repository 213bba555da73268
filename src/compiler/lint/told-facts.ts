import type { Facts } from '#model/facts.ts';

/** What readers act on or judge by, once they were told: by its name in incident.yaml, in words. What was not known yet is not among it. */
export function toldFacts({ detectedAt, occurred, peopleAffected, dataInvolved, dataNotInvolved, platforms, actions }: Facts): Map<string, string> {
  const { kind, n } = peopleAffected;
  return new Map<string, string>([
    ['detectedAt', at(detectedAt)],
    ...(occurred.certainty === 'known' ? ([['occurred', `${at(occurred.from)} to ${at(occurred.to)}`]] as const) : []),
    ...(kind !== 'unknown' && n !== undefined ? ([['peopleAffected', String(n)]] as const) : []),
    ...(dataInvolved.length > 0
      ? ([
          [
            'dataInvolved',
            dataInvolved
              .map(({ category, effect }) => `${category} ${effect}`)
              .sort()
              .join(', '),
          ],
        ] as const)
      : []),
    ...dataNotInvolved.map(({ category }) => [`dataNotInvolved ${category}`, 'not involved'] as const),
    ...platforms.map(({ platform, action, fixedVersion }) => [`platforms ${platform}`, [action, fixedVersion].filter(Boolean).join(' ')] as const),
    ...actions.map(({ cohort, kind: asked, deadline, rollout }) => {
      const ends = rollout ? `${at(rollout.startsAt)} to ${at(rollout.endsAt)}` : deadline ? `by ${at(deadline)}` : 'no last day';
      return [`actions ${cohort} ${asked}`, ends] as const;
    }),
  ]);
}

/** One spelling of a moment. */
const at = (instant: string) => new Date(instant).toISOString();
