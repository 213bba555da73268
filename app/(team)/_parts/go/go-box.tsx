'use client';

import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { teamPaths } from '#paths';
import { WhileKeysWork } from '../keys/while-keys-work.tsx';
import { type Found, useFound } from './use-found.ts';

interface GoBoxProps {
  /** `%n%` in the last: how many there are. */
  words: { label: string; none: string; some: string };
}

/** The way to any notice, text or order. Without a script it is a form that leads to a page of what was found. */
export function GoBox({ words }: GoBoxProps) {
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [runs, setRuns] = useState(false);
  const list = useId();
  const found = useFound(typed);
  useEffect(() => setRuns(true), []);
  const shown = open && typed.trim() !== '' && found !== null;
  const at = found?.[active];

  const onKeyDown = (event: KeyboardEvent) => {
    // While a word is being composed, its keys are its own.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      if (shown) setOpen(false);
      else setTyped('');
      setActive(-1);
    } else if (event.key === 'Enter' && shown && at) {
      event.preventDefault();
      location.assign(at.to);
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && found && found.length > 0) {
      event.preventDefault();
      setOpen(true);
      // Past the last comes the field itself, and then the first.
      const places = found.length + 1;
      setActive(((active + 1 + (event.key === 'ArrowDown' ? 1 : places - 1)) % places) - 1);
    }
  };
  const combobox = runs && {
    role: 'combobox',
    'aria-autocomplete': 'list' as const,
    'aria-expanded': shown,
    'aria-controls': list,
    ...(shown && at && { 'aria-activedescendant': `${list}-${active}` }),
  };
  return (
    <search className="goto">
      <form method="get" action={teamPaths.go()}>
        <label className="visually-hidden" htmlFor="go">
          {words.label}
        </label>
        <input
          id="go"
          name="q"
          type="text"
          placeholder={words.label}
          maxLength={100}
          autoComplete="off"
          dir="auto"
          {...combobox}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setOpen(true);
            setActive(-1);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
        />
        <WhileKeysWork>
          <kbd>/</kbd>
        </WhileKeysWork>
        {runs && (
          <>
            <div id={list} role="listbox" aria-label={words.label} hidden={!shown || found.length === 0}>
              {shown && found.map((hit, index) => <Option key={`${hit.to} ${hit.detail}`} id={`${list}-${index}`} hit={hit} active={index === active} />)}
            </div>
            <p className="visually-hidden" role="status">
              {shown && (found.length === 0 ? words.none : words.some.replace('%n%', String(found.length)))}
            </p>
          </>
        )}
      </form>
    </search>
  );
}

function Option({ id, hit: { to, title, detail }, active }: { id: string; hit: Found; active: boolean }) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus, and names its active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the field's
    <div
      id={id}
      role="option"
      aria-selected={active}
      // The field keeps the focus, or the list would be gone before the click.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => location.assign(to)}
      ref={(element) => {
        if (active) element?.scrollIntoView({ block: 'nearest' });
      }}
    >
      <bdi>{title}</bdi>
      <small>{detail}</small>
    </div>
  );
}
