import type { ReactNode } from 'react';
import { teamPaths } from '#paths';
import type { Translate } from '#ui/translate.ts';
import { SECTIONS, type Section } from './sections.ts';

interface PlaceProps {
  t: Translate;
  /** The section that the page is, or stands in. */
  section?: Section;
  /** Of the page, below its section; none on the section itself. */
  here?: ReactNode;
  /** What can be done here, at the end of the line; on a section, something new is begun. */
  children?: ReactNode;
}

/** The second line of the head: where one is, the way back, and what can be done here. */
export function Place({ t, section = 'frontPage', here, children }: PlaceProps) {
  return (
    <nav className="where" aria-label={t('studio.here')}>
      <div className="wrap">
        {here === undefined ? (
          <ul>
            {(Object.keys(SECTIONS) as Section[]).map((one) => (
              <li key={one}>
                <a href={SECTIONS[one]} aria-current={one === section ? 'page' : undefined}>
                  {t(`studio.section.${one}`)}
                </a>
              </li>
            ))}
          </ul>
        ) : (
          <ol>
            <li>
              <a href={SECTIONS[section]}>{t(`studio.section.${section}`)}</a>
            </li>
            <li>
              <span aria-current="page">{here}</span>
            </li>
          </ol>
        )}
        {children ?? (here === undefined && <Beginnings t={t} />)}
      </div>
    </nav>
  );
}

function Beginnings({ t }: { t: Translate }) {
  return (
    <p className="begin">
      <a href={teamPaths.newIncident()} data-key="n">
        {t('begin.incident.link')}
      </a>
      <a href={teamPaths.newUpdate()}>{t('begin.update.link')}</a>
      <a href={teamPaths.newNote()}>{t('begin.note.link')}</a>
    </p>
  );
}
