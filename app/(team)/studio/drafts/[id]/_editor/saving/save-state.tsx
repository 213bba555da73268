import { fill, type Words } from '../words.ts';
import type { Writing } from './writing.ts';

interface SaveStateProps {
  writing: Writing;
  formatTag: string;
  words: Words;
  /** Who else is here. */
  here: string;
  onSave: () => void;
}

/** Whether the words are saved, and who else is here. */
export function SaveState({ writing, formatTag, words, here, onSave }: SaveStateProps) {
  return (
    <div className="save-state">
      <p className={writing.trouble === null ? 'state' : 'state act'} role="status">
        {sentenceOf(writing, formatTag, words)}
      </p>
      <p className="meta" role="status">
        {here}
      </p>
      {writing.trouble !== null && writing.trouble !== 'moved' && writing.trouble !== 'gone' && (
        <button type="button" className="btn q" onClick={onSave}>
          {words['save.again']}
        </button>
      )}
    </div>
  );
}

/** As every time of the studio is told. */
const CLOCK = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone: 'UTC', timeZoneName: 'short' } as const;

function sentenceOf({ text, saved, sent, trouble }: Writing, formatTag: string, words: Words): string {
  if (trouble !== null) return words[`save.${trouble}`];
  if (sent !== null) return words['save.saving'];
  if (text !== saved.text) return words['save.unsaved'];
  return fill(words['save.saved'], { at: new Date(saved.at).toLocaleTimeString(formatTag, CLOCK) });
}
