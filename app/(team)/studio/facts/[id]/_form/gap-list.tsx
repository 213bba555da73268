'use client';

import { useContext } from 'react';
import { Gaps } from './gap-mark.tsx';

/** What is open, by the parts of the form, each a way to its field. */
export function GapList({ linked }: { linked: boolean }) {
  const { title, isWhole, sections } = useContext(Gaps);
  return (
    <section className={`verdict ${isWhole ? 'ok' : 'rec'}`} aria-labelledby="verdict">
      <h1 id="verdict">{title}</h1>
      {sections.length > 0 && (
        <dl className="gaps">
          {sections.map(({ name, gaps }) => (
            <div key={name}>
              <dt>{name}</dt>
              {gaps.map(({ field, kind, label, text }) => (
                <dd key={`${field} ${text}`} className={kind}>
                  {linked && field !== '' ? <a href={`#f-${field}`}>{label}</a> : <b>{label}</b>} <bdi>{text}</bdi>
                </dd>
              ))}
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
