import { Fragment } from 'react';
import { KEYS, type KeyName } from '#model/team/shortcuts.ts';
import { teamPaths } from '#paths';
import type { Translate } from '#ui/translate.ts';
import { WhileKeysWork } from './while-keys-work.tsx';

/** Between the two names of a range. */
const RANGES: ReadonlySet<KeyName> = new Set(['number']);

/** The keys of one page, at its foot. Without a script, or turned off, there are none: the way to all of them stays. */
export function KeysFoot({ t, keys }: { t: Translate; keys: readonly KeyName[] }) {
  return (
    <footer className="keys">
      <div className="wrap">
        <WhileKeysWork>
          {keys.map((name) => (
            <span key={name}>
              <KeyCaps name={name} /> {t(`shortcuts.of.${name}`)}
            </span>
          ))}
        </WhileKeysWork>
        <a className="last" href={teamPaths.shortcuts()}>
          <kbd>?</kbd> {t('shortcuts.all')}
        </a>
      </div>
    </footer>
  );
}

export function KeyCaps({ name }: { name: KeyName }) {
  return KEYS[name].map((key, index) => (
    <Fragment key={key}>
      {index > 0 && (RANGES.has(name) ? '–' : ' ')}
      <kbd>{key}</kbd>
    </Fragment>
  ));
}
