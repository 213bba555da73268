import type { IconName } from './icon.tsx';

/** How loud a state is. */
export type Tone = 'act' | 'recommended' | 'ok' | 'progress';

/** The class that gives an element the tone's colour. */
export const TONE_CLASS: Record<Tone, string> = { act: 'act', recommended: 'rec', ok: 'ok', progress: 'prog' };

/** The sign of each tone, where nothing says it better. */
export const TONE_ICON: Record<Tone, IconName> = { act: 'alert', recommended: 'up', ok: 'check', progress: 'clock' };
