'use client';

import { useContext } from 'react';
import { Gaps } from './gap-mark.tsx';

/** More than these, and each part says first how much is open. */
const MANY = 8;

/** What is open, by the parts of the form, each a way to its field. */
export function GapList({ linked }: { linked: boolean }) {
  const { title, isWhole, sections } = useContext(Gaps);
  const isMany = sections.reduce((sum, { gaps }) => sum + gaps.length, 0) > MANY;
  return (
    <section className={`verdict ${isWhole ? 'ok' : 'rec'}`} aria-labelledby="verdict">
      <h1 id="verdict">{title}</h1>
      {sections.length > 0 && (
        <div className="gaps">
          {sections.map(({ name, said, gaps }) => (
            <details key={name} open={!isMany}>
              <summary>
                <b>{name}</b> <span className="meta">{said}</span>
              </summary>
              <ul>
                {gaps.map(({ field, kind, label, text }) => (
                  <li key={`${field} ${text}`} className={kind}>
                    {linked && field !== '' ? <a href={`#f-${field}`}>{label}</a> : <b>{label}</b>} <bdi>{text}</bdi>
                  </li>
                ))}
              </ul>
            </details>
          ))}
        </div>
      )}
    </section>
  );
}
