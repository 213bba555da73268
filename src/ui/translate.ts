import type { ReactNode } from 'react';

/** What a message's slots are filled with. */
export type Values = Record<string, string | number | Date>;

/** The sentences of one locale: by key, as text; with `rich`, slots may hold elements and tags in the message may wrap their text. */
export interface Translate {
  (key: string, values?: Values): string;
  rich(key: string, values: Record<string, ReactNode | Date | ((text: ReactNode) => ReactNode)>): ReactNode;
}
