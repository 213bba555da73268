import type { ReactNode } from 'react';
import type { MessageKey } from '#locales/message-key.ts';

/** The sentences of one locale: by key, as text; with `rich`, slots may hold elements and tags in the message may wrap their text. */
export interface Translate {
  (key: MessageKey, values?: Record<string, string | number>): string;
  rich(key: MessageKey, values: Record<string, ReactNode | ((text: ReactNode) => ReactNode)>): ReactNode;
}
