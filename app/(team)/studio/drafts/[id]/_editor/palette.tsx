'use client';

import type { FormEvent } from 'react';
import { fill, type Words } from './words.ts';

/** A component of posts as the palette offers it. */
export interface PaletteEntry {
  name: string;
  attributes: readonly { name: string; type: 'string' | 'instant' | 'flag'; required: boolean }[];
  /** May hold text. */
  content: boolean;
  inline: boolean;
}

/** The components of posts, each with its attributes as a small form. */
export function Palette({ entries, words, onInsert }: { entries: readonly PaletteEntry[]; words: Words; onInsert: (text: string) => void }) {
  return (
    <details className="palette">
      <summary>{words['insert.title']}</summary>
      <ul>
        {entries.map((entry) => (
          <li key={entry.name}>
            <EntryForm entry={entry} words={words} onInsert={onInsert} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function EntryForm({ entry, words, onInsert }: { entry: PaletteEntry; words: Words; onInsert: (text: string) => void }) {
  const insert = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onInsert(tagOf(entry, new FormData(event.currentTarget)));
  };
  return (
    <form onSubmit={insert}>
      {entry.attributes.map(({ name, type, required }) => (
        <p key={name}>
          <label htmlFor={`${entry.name}-${name}`}>
            <code>{name}</code>
          </label>
          {type === 'flag' ? (
            <input type="checkbox" id={`${entry.name}-${name}`} name={name} />
          ) : (
            <input
              type="text"
              id={`${entry.name}-${name}`}
              name={name}
              required={required}
              placeholder={type === 'instant' ? '2026-11-20T01:30:00Z' : ''}
              dir="ltr"
            />
          )}
        </p>
      ))}
      <button type="submit" className="link" aria-label={fill(words['insert.add'], { name: entry.name })}>
        <code>{`<${entry.name}>`}</code>
      </button>
    </form>
  );
}

/** As an author would type it. A literal attribute holds no quotes of its own. */
function tagOf({ name, attributes, content, inline }: PaletteEntry, given: FormData): string {
  const written = attributes.flatMap((attribute) => {
    const value = String(given.get(attribute.name) ?? '').replaceAll('"', '');
    if (attribute.type === 'flag') return given.has(attribute.name) ? [` ${attribute.name}`] : [];
    return value === '' ? [] : [` ${attribute.name}="${value}"`];
  });
  const tag = `<${name}${written.join('')}`;
  if (content) return `\n${tag}>\n\n…\n\n</${name}>\n`;
  return inline ? `${tag} />` : `\n${tag} />\n`;
}
