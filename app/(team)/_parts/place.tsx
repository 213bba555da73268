import { isValidElement, type ReactNode } from 'react';
import { teamPaths } from '#paths';
import type { Translate } from '#ui/translate.ts';
import { teamRequest } from '../../_http/team/team-page.ts';
import { SECTIONS, type Section } from './sections.ts';

interface PlaceProps {
  /** The section that the page is, or stands in. */
  section?: Section;
  /** Of the page, below its section; none on the section itself. */
  here?: ReactNode;
  /** What the page is for, where another one is at the same place. */
  does?: string;
  /** What can be done here, at the end of the line; on a section, something new is begun. */
  children?: ReactNode;
}

/** The second line of the head: where one is, the way back, and what can be done here; and the name of the window, by which it is found among others. */
export async function Place({ section = 'frontPage', here, does, children }: PlaceProps) {
  const { t, site } = await teamRequest();
  const place = here === undefined ? t(`studio.section.${section}`) : wordsOf(here);
  return (
    <nav className="where" aria-label={t('studio.here')}>
      <title>{[...(does === undefined ? [] : [does]), place, t('studio.name'), `${site.brand} ${t('page.security')}`].join(' – ')}</title>
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

/** What is written in the place, without its marks. */
function wordsOf(node: ReactNode): string {
  if (Array.isArray(node)) return node.map(wordsOf).join('');
  if (isValidElement<{ children?: ReactNode }>(node)) return wordsOf(node.props.children);
  return typeof node === 'string' || typeof node === 'number' ? String(node) : '';
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
