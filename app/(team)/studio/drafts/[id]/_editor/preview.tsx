'use client';

import { useEffect, useRef, useState } from 'react';
import { ACCOUNT_STATES, type AccountState } from '#model/team/account-states.ts';
import { teamPaths } from '#paths';
import type { Checked } from './use-check.ts';
import type { Words } from './words.ts';

interface PreviewProps {
  id: number;
  checked: Checked | null;
  /** Of the draft first. */
  locales: readonly { locale: string; name: string }[];
  words: Words;
  /** It is about an incident: accounts are told something by its facts. */
  hasAccounts: boolean;
}

/** Until a page that didn't come is asked for again, in milliseconds. */
const AGAIN_MS = 3_000;

/** The public page as it would be: a frame in which nothing runs. It is renewed after each check of what can be shown, where its reader was. */
export function Preview({ id, checked, locales, words, hasAccounts }: PreviewProps) {
  const [width, setWidth] = useState<'phone' | 'desktop'>('phone');
  const [look, setLook] = useState<'light' | 'dark' | 'print'>('light');
  const [locale, setLocale] = useState(locales[0]?.locale ?? 'en');
  const [shown, setShown] = useState<'page' | AccountState>('page');
  const frame = useRef<HTMLIFrameElement>(null);
  const scrolled = useRef(0);
  const [missed, setMissed] = useState(0);
  const [shows, setShows] = useState(true);
  const address = `${teamPaths.previewDraft(String(id))}?${new URLSearchParams({ look, locale, ...(shown !== 'page' && { account: shown }) })}`;
  const version = checked?.shown ? checked.version : null;
  const before = useRef({ address, version });

  useEffect(() => {
    const { current } = before;
    before.current = { address, version: version ?? current.version };
    if (current.address !== address || version === null || current.version === version) return;
    scrolled.current = windowOf(frame.current)?.scrollY ?? scrolled.current;
    frame.current?.contentWindow?.location.replace(`${address}&version=${version}`);
  }, [address, version]);

  useEffect(() => {
    if (shows) return;
    const again = setTimeout(() => setMissed(missed + 1), AGAIN_MS);
    return () => clearTimeout(again);
  }, [shows, missed]);

  return (
    <section className="preview" aria-labelledby="preview">
      <h2 id="preview">{words['preview.title']}</h2>
      <p className="choices">
        {hasAccounts && (
          <Choice
            label={words['preview.what']}
            value={shown}
            choices={['page', ...ACCOUNT_STATES]}
            names={[words['preview.page'], ...ACCOUNT_STATES.map((state) => words[`preview.account.${state}`])]}
            onChoose={setShown}
          />
        )}
        <Choice
          label={words['preview.width']}
          value={width}
          choices={['phone', 'desktop']}
          names={[words['preview.phone'], words['preview.desktop']]}
          onChoose={setWidth}
        />
        <Choice
          label={words['preview.look']}
          value={look}
          choices={['light', 'dark', 'print']}
          names={[words['preview.light'], words['preview.dark'], words['preview.print']]}
          onChoose={setLook}
        />
        <Choice
          label={words['preview.language']}
          value={locale}
          choices={locales.map((one) => one.locale)}
          names={locales.map((one) => one.name)}
          onChoose={setLocale}
        />
      </p>
      {checked && !checked.shown && <p className="meta">{words['preview.old']}</p>}
      <p role="status">{!shows && words['preview.missed']}</p>
      <div className={`frame ${width}${shows ? '' : ' away'}`}>
        <iframe
          key={`${address} ${missed}`}
          ref={frame}
          title={words['preview.title']}
          src={address}
          sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
          onLoad={() => {
            const inside = windowOf(frame.current);
            setShows(inside !== null);
            inside?.scrollTo(0, scrolled.current);
          }}
        />
      </div>
    </section>
  );
}

/** What the frame shows, unless it is a browser's own page: a refused answer may not be framed, and nothing of that may be asked. */
function windowOf(frame: HTMLIFrameElement | null): Window | null {
  return frame?.contentDocument?.defaultView ?? null;
}

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  choices: readonly Value[];
  names: readonly string[];
  onChoose: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, choices, names, onChoose }: ChoiceProps<Value>) {
  return (
    <select aria-label={label} value={value} onChange={(event) => onChoose(event.target.value as Value)}>
      {choices.map((choice, index) => (
        <option key={choice} value={choice}>
          {names[index]}
        </option>
      ))}
    </select>
  );
}
