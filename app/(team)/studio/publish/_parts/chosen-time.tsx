'use client';

import { useEffect, useState } from 'react';
import { instantsOf } from '#model/team/local-time.ts';

interface ChosenTimeProps {
  prefix: string;
  /** The server's time; ISO 8601. */
  now: string;
  /** How the page writes times: a language tag. */
  tag: string;
  zones: string[];
  initial: { date: string; time: string; zone: string; which: string };
  /** Ask for the earlier or the later, without a script too. */
  asksWhich: boolean;
  words: Record<'date' | 'time' | 'zone' | 'which' | 'earlier' | 'later' | 'ahead' | 'days' | 'hours' | 'minutes' | 'past' | 'skipped', string>;
}

const MINUTE_MS = 60_000;

/** The fields of a time, and what was chosen said back: how far ahead, and in UTC. */
export function ChosenTime({ prefix, now, tag, zones, initial, asksWhich, words }: ChosenTimeProps) {
  const [chosen, setChosen] = useState(initial);
  const [passed, setPassed] = useState<number | null>(null);
  useEffect(() => {
    const opened = performance.now();
    const tick = () => setPassed(performance.now() - opened);
    tick();
    const timer = setInterval(tick, MINUTE_MS / 6);
    return () => clearInterval(timer);
  }, []);
  const found = instantsOf(chosen.date, chosen.time, chosen.zone);
  const doubled = found.length > 1;
  const at = doubled && chosen.which === 'later' ? found[1] : found[0];
  const set = (name: keyof typeof chosen) => (event: { target: { value: string } }) => setChosen({ ...chosen, [name]: event.target.value });
  const id = (name: string) => `${prefix}${name}`;
  return (
    <>
      <div className="plan">
        <div>
          <label htmlFor={id('date')}>{words.date}</label>
          <input id={id('date')} name="date" type="date" value={chosen.date} onChange={set('date')} />
        </div>
        <div>
          <label htmlFor={id('time')}>{words.time}</label>
          <input id={id('time')} name="time" type="time" value={chosen.time} onChange={set('time')} />
        </div>
        <div>
          <label htmlFor={id('zone')}>{words.zone}</label>
          <select id={id('zone')} name="zone" value={chosen.zone} onChange={set('zone')}>
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
          </select>
        </div>
        {(doubled || asksWhich) && (
          <div>
            <label htmlFor={id('which')}>{words.which}</label>
            <select id={id('which')} name="which" value={chosen.which} onChange={set('which')}>
              <option value="">–</option>
              <option value="earlier">{words.earlier}</option>
              <option value="later">{words.later}</option>
            </select>
          </div>
        )}
      </div>
      <p className="meta" aria-live="polite">
        {passed !== null && (at ? <Ahead at={at} left={at.getTime() - Date.parse(now) - passed} tag={tag} words={words} /> : words.skipped)}
      </p>
    </>
  );
}

interface AheadProps {
  at: Date;
  left: number;
  tag: string;
  words: ChosenTimeProps['words'];
}

function Ahead({ at, left, tag, words }: AheadProps) {
  const utc = at.toLocaleString(tag, {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
    timeZoneName: 'short',
  });
  if (left <= 0) return words.past;
  const minutes = Math.ceil(left / MINUTE_MS);
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24];
  const parts = [days > 0 && `${days} ${words.days}`, (days > 0 || hours > 0) && `${hours} ${words.hours}`, `${minutes % 60} ${words.minutes}`];
  return (
    <>
      <b>
        {words.ahead} {parts.filter(Boolean).join(' ')}
      </b>{' '}
      · <bdi>{utc}</bdi>
    </>
  );
}
