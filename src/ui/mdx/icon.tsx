import { type IconName, Icon as Sign } from '#ui/icon.tsx';

const SIGNS = { rec: 'up', ok: 'check', act: 'alert', prog: 'clock' } as const satisfies Record<string, IconName>;

export type StateTone = keyof typeof SIGNS;

/** The sign of a state; the word beside it says the same. */
export function Icon({ tone }: { tone: StateTone }) {
  return <Sign name={SIGNS[tone]} />;
}
