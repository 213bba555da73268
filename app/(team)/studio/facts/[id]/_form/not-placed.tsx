import type { FormSheet } from './form-sheet.ts';
import { fieldLabel } from './field-words.ts';
import { sectionOf } from './sections.ts';

/** What was typed into fields that the facts no longer have: nobody's words are lost. */
export function NotPlaced({ typed, sheet: { entries, i18n } }: { typed: ReadonlyMap<string, string>; sheet: FormSheet }) {
  const left = [...typed].filter(([name, text]) => !entries.has(name) && sectionOf(name) !== null && text !== '');
  if (left.length === 0) return null;
  return (
    <section aria-labelledby="not-placed">
      <h2 id="not-placed">{i18n.t('facts.notPlaced')}</h2>
      <dl className="gaps">
        {left.map(([name, text]) => (
          <div key={name}>
            <dt>{fieldLabel(i18n.t, [name.split('.')[0] as string])}</dt>
            <dd>
              <bdi>{text}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
