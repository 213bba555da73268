/** A save that is on the server. */
export interface Save {
  version: number;
  text: string;
  /** ISO 8601. */
  at: string;
}

/** Why what is typed is not saved. */
type Trouble = 'no_connection' | 'signed_out' | 'too_big' | 'gone' | 'moved';

/** One person's writing in one draft, as their window knows it. */
export interface Writing {
  /** As it was typed last. */
  text: string;
  /** The newest save that its person has seen: what is sent says that it follows this one. */
  saved: Save;
  /** On its way. */
  sent: string | null;
  trouble: Trouble | null;
  /** In a row. */
  failures: number;
  /** What was sent after `saved` and never answered: it may have arrived. */
  unanswered: readonly string[];
  /** A newer save of somebody else's, to be looked at before anything is sent. */
  theirs: Save | null;
}

export type WritingEvent =
  | { kind: 'typed'; text: string }
  | { kind: 'sent' }
  | { kind: 'saved'; version: number; at: string }
  | { kind: 'failed'; why: Exclude<Trouble, 'moved'> }
  | { kind: 'moved'; theirs: Save }
  /** Both texts were looked at, and this is what is to stand. */
  | { kind: 'chosen'; text: string }
  /** Words that an earlier window had kept, which followed this version. */
  | { kind: 'recovered'; text: string; version: number };

/** After the last keystroke, in milliseconds. */
const PAUSE_MS = 400;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;
/** Of texts that may have arrived. */
const MAX_UNANSWERED = 10;

export function begin(saved: Save): Writing {
  return { text: saved.text, saved, sent: null, trouble: null, failures: 0, unanswered: [], theirs: null };
}

/** Whether the window alone has the words: they must be kept. */
export function isHeld({ text, saved }: Writing): boolean {
  return text !== saved.text;
}

/** How long to wait until what is typed is sent, in milliseconds; null while there is nothing to send, or it may not be. */
export function pauseMs({ text, saved, sent, trouble, failures }: Writing): number | null {
  if (text === saved.text || sent !== null || trouble === 'moved' || trouble === 'too_big' || trouble === 'gone') return null;
  return failures === 0 ? PAUSE_MS : Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1));
}

/** What follows from what happened. */
export function next(writing: Writing, event: WritingEvent): Writing {
  const { sent, unanswered } = writing;
  switch (event.kind) {
    case 'typed':
      return { ...writing, text: event.text, trouble: writing.trouble === 'too_big' ? null : writing.trouble };
    case 'sent':
      return pauseMs(writing) === null ? writing : { ...writing, sent: writing.text };
    case 'saved':
      return sent === null ? writing : standing(writing, { version: event.version, text: sent, at: event.at });
    case 'failed': {
      if (sent === null) return writing;
      const lost = event.why === 'no_connection' ? [...unanswered, sent].slice(-MAX_UNANSWERED) : unanswered;
      return { ...writing, sent: null, trouble: event.why, failures: writing.failures + 1, unanswered: lost };
    }
    case 'moved': {
      const { theirs } = event;
      // It had arrived, and its answer was lost.
      if (theirs.text === sent || unanswered.includes(theirs.text)) return standing(writing, theirs);
      return { ...writing, sent: null, trouble: 'moved', theirs };
    }
    case 'chosen':
      return writing.theirs ? { ...standing(writing, writing.theirs), text: event.text } : writing;
    case 'recovered':
      if (event.version === writing.saved.version) return { ...writing, text: event.text };
      return { ...writing, text: event.text, sent: null, trouble: 'moved', theirs: writing.saved };
  }
}

function standing(writing: Writing, saved: Save): Writing {
  return { ...writing, saved, sent: null, trouble: null, failures: 0, unanswered: [], theirs: null };
}
