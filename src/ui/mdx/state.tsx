import type { ReactNode } from 'react';
import { Icon, type StateTone } from './icon.tsx';

/** A state is an icon and a word, never colour alone. */
export function State({ tone, children }: { tone: StateTone; children: ReactNode }) {
  return (
    <span className={`state ${tone}`}>
      <Icon tone={tone} />
      {children}
    </span>
  );
}
