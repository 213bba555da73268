import { useEffect, useRef, useState } from 'react';
import { type KeptWords, offeredWords, offerWords } from './kept-words.ts';
import { isHeld, type Writing, type WritingEvent } from './writing.ts';

interface Offering {
  /** Words of an earlier window that nobody saved; one after the other. */
  offer: KeptWords | null;
  answer: (take: boolean) => void;
}

interface OfferingOptions {
  /** As its target names it. */
  key: string;
  writing: Writing;
  tell: (event: WritingEvent) => void;
  /** What a form brought back; it is asked for first. */
  refused?: KeptWords | null;
  /** Nothing is asked while something else is to be looked at. */
  held?: boolean;
}

/** Asks what is to become of words that were kept. What is typed and not saved yet changes places with them. */
export function useOffer({ key, writing, tell, refused = null, held = false }: OfferingOptions): Offering {
  const [offers, setOffers] = useState<readonly KeptWords[]>([]);
  const opened = useRef({ text: writing.text, refused });
  useEffect(() => {
    const { text, refused: brought } = opened.current;
    if (!held) setOffers([...(brought ? [brought] : []), ...offeredWords(key, text)]);
  }, [key, held]);
  const [offer = null, ...others] = offers;
  const answer = (take: boolean) => {
    if (!offer) return;
    const mine = take && isHeld(writing) ? [{ version: writing.saved.version, text: writing.text }] : [];
    if (take) tell({ kind: 'recovered', ...offer });
    const left = [...mine, ...others];
    offerWords(key, left);
    setOffers(left);
  };
  return { offer, answer };
}
