'use client';

import { useEffect, useRef, useState } from 'react';
import { isFinal } from '#compiler/text/finding.ts';
import { teamPaths } from '#paths';
import type { Checked } from './use-check.ts';
import type { Words } from './words.ts';

interface PreviewProps {
  id: number;
  checked: Checked | null;
  /** Of the draft first. */
  locales: readonly { locale: string; name: string }[];
  words: Words;
}

/** The public page as it would be: a frame in which nothing runs. It is renewed after each check that finds nothing which nobody may let stand, where its reader was. */
export function Preview({ id, checked, locales, words }: PreviewProps) {
  const [width, setWidth] = useState<'phone' | 'desktop'>('phone');
  const [look, setLook] = useState<'light' | 'dark' | 'print'>('light');
  const [locale, setLocale] = useState(locales[0]?.locale ?? 'en');
  const frame = useRef<HTMLIFrameElement>(null);
  const scrolled = useRef(0);
  const address = `${teamPaths.previewDraft(String(id))}?${new URLSearchParams({ look, locale })}`;
  const hasNoPicture = checked?.findings.some(isFinal) ?? false;
  const version = checked && !hasNoPicture ? checked.version : null;
  const shown = useRef({ address, version });

  useEffect(() => {
    const before = shown.current;
    shown.current = { address, version: version ?? before.version };
    if (before.address !== address || version === null || before.version === version) return;
    const inside = frame.current?.contentWindow;
    if (!inside) return;
    scrolled.current = inside.scrollY;
    inside.location.replace(`${address}&version=${version}`);
  }, [address, version]);

  return (
    <section className="preview" aria-labelledby="preview">
      <h2 id="preview">{words['preview.title']}</h2>
      <p className="choices">
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
      {hasNoPicture && <p className="meta">{words['preview.old']}</p>}
      <div className={`frame ${width}`}>
        <iframe
          key={address}
          ref={frame}
          title={words['preview.title']}
          src={address}
          sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
          onLoad={() => frame.current?.contentWindow?.scrollTo(0, scrolled.current)}
        />
      </div>
    </section>
  );
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
