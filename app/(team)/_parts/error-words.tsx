'use client';

import { createContext, type ReactNode, useContext } from 'react';

/** The sentences of the page for a fault, which a browser shows by itself. */
export interface ErrorWords {
  title: string;
  text: string;
  again: string;
}

const Words = createContext<ErrorWords | null>(null);

export function ErrorWordsProvider({ words, children }: { words: ErrorWords; children: ReactNode }) {
  return <Words.Provider value={words}>{children}</Words.Provider>;
}

export const useErrorWords = () => useContext(Words);
