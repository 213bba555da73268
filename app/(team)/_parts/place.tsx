import type { ReactNode } from 'react';
import { teamPaths } from '#paths';
import type { Translate } from '#ui/translate.ts';

interface PlaceProps {
  t: Translate;
  /** Of the page, below the front page; none on the front page itself. */
  here?: ReactNode;
  /** What can be done here, at the end of the line. */
  children?: ReactNode;
}

/** The second line of the head: where one is, and the way back. */
export function Place({ t, here, children }: PlaceProps) {
  return (
    <nav className="where" aria-label={t('studio.here')}>
      <div className="wrap">
        <ol>
          <li>{here === undefined ? <span aria-current="page">{t('studio.frontPage')}</span> : <a href={teamPaths.studio()}>{t('studio.frontPage')}</a>}</li>
          {here !== undefined && (
            <li>
              <span aria-current="page">{here}</span>
            </li>
          )}
        </ol>
        {children}
      </div>
    </nav>
  );
}
