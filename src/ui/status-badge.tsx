import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import { TONE_CLASS, TONE_ICON, type Tone } from './tone.ts';

interface StatusBadgeProps {
  tone: Tone;
  /** Instead of the tone's own sign. */
  icon?: IconName;
  /** On a wash of the colour, for the head of a page. */
  pill?: boolean;
  children: ReactNode;
}

/** A state: an icon and a word, never colour alone. */
export function StatusBadge({ tone, icon = TONE_ICON[tone], pill = false, children }: StatusBadgeProps) {
  return (
    <span className={`state ${pill ? 'pill ' : ''}${TONE_CLASS[tone]}`}>
      <Icon name={icon} />
      <span>{children}</span>
    </span>
  );
}
